package dev.interlock.analysis.callgraph;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.testing.EngineText.locks;
import static dev.interlock.testing.EngineText.paths;
import static dev.interlock.testing.EngineText.writes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.testing.EngineParts;
import org.junit.jupiter.api.Test;

/** Tests of how bodies are put together: targets, callers, origins, rewritten paths, getters. */
final class CallGraphTest {
  @Test
  void callOfAMethodMayRunItsOverrides() {
    EngineParts parts =
        EngineParts.of(
            """
            class Animal {
              void speak() {}

              void run(Animal other) {
                other.speak();
              }
            }

            class Dog extends Animal {
              @Override
              void speak() {}

              void both() {
                super.speak();
              }
            }
            """);

    assertThat(targets(parts, "run")).containsExactly("Animal.speak", "Dog.speak");
    assertThat(targets(parts, "both")).containsExactly("Animal.speak");
  }

  @Test
  void methodOfALibraryInterfaceHasNoTarget() {
    EngineParts parts =
        EngineParts.of(
            "class Task implements Runnable { public void run() {} "
                + "void go(Runnable r) { r.run(); } }");

    assertThat(targets(parts, "go")).isEmpty();
  }

  @Test
  void callersAreTheCallsThatMayRunABody() {
    EngineParts parts =
        EngineParts.of(
            "class A { void one() { two(); two(); } void other(A a) { a.two(); } void two() {} }");

    assertThat(
            parts.graph().callers(parts.method("two")).stream()
                .map(call -> call.body().toString())
                .toList())
        .containsExactly("A.one", "A.one", "A.other");
  }

  @Test
  void originOfAFieldIsWhereItsObjectIsMade() {
    EngineParts parts =
        EngineParts.of(
            """
            class Parts {
              final Object given;
              final Object own = new Object();
              Object both = new Object();
              Object unknown;

              Parts(int n, Object given) {
                this.given = given;
                both = given;
              }

              void set(Object o) {
                unknown = o;
                own.hashCode();
              }
            }
            """);

    assertThat(origin(parts, "given")).isEqualTo(new Origin.Injected(1));
    assertThat(origin(parts, "own")).isEqualTo(new Origin.Owned());
    assertThat(origin(parts, "both")).isEqualTo(new Origin.Unknown());
    assertThat(origin(parts, "unknown")).isEqualTo(new Origin.Unknown());
  }

  @Test
  void fieldThatIsReplacedIsNotStable() {
    EngineParts parts =
        EngineParts.of(
            """
            class Parts {
              Object once;
              Object built = new Object();
              Object replaced = new Object();

              Parts(Object other) {
                built = other;
              }

              void set(Object o) {
                once = o;
                replaced = o;
              }
            }
            """);

    assertThat(parts.origins().isStable(field(parts, "once"))).isTrue();
    assertThat(parts.origins().isStable(field(parts, "built"))).isTrue();
    assertThat(parts.origins().isStable(field(parts, "replaced"))).isFalse();
  }

  @Test
  void pathOfACalleeReadsInTermsOfTheCaller() {
    EngineParts parts =
        EngineParts.of(
            """
            class Shop {
              Shop branch;
              int sold;

              void sell(Shop where, int n) {
                where.sold += n;
                sold += n;
              }

              void day(Shop other) {
                branch.sell(other.branch, 1);
              }
            }
            """);
    Body callee = parts.method("sell");
    Call call = Iterables.getOnlyElement(parts.graph().callers(callee));

    assertThat(
            writes(callee).stream()
                .flatMap(
                    write -> parts.translation().toCaller(write.location(), callee, call).stream())
                .map(dev.interlock.testing.EngineText::of)
                .toList())
        .containsExactly("other.branch.sold", "this.branch.sold");
  }

  @Test
  void pathOfANewObjectOfTheCalleeMeansNothingToTheCaller() {
    EngineParts parts =
        EngineParts.of("class A { int n; void make() { new A().n = 1; } void call() { make(); } }");
    Body callee = parts.method("make");
    Access write = Iterables.getOnlyElement(writes(callee));

    assertThat(
            parts
                .translation()
                .toCaller(
                    write.location(),
                    callee,
                    Iterables.getOnlyElement(parts.graph().callers(callee))))
        .isEmpty();
  }

  @Test
  void getterIsSeenThrough() {
    EngineParts parts =
        EngineParts.of(
            """
            class Holder {
              private final Holder inner = new Holder();
              int n;

              Holder inner() {
                return inner;
              }

              Holder deeper() {
                return inner().inner();
              }

              void use(Holder h) {
                h.deeper().n = 1;
              }
            }
            """);
    Access write = Iterables.getOnlyElement(writes(parts.method("use")));

    assertThat(paths(parts.getters().resolve(write.location()))).containsExactly("h.inner.inner.n");
  }

  @Test
  void wrapperOfALockHoldsItForItsCaller() {
    EngineParts parts =
        EngineParts.of(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Door {
              private final ReentrantLock lock = new ReentrantLock();
              private Door next;
              private int entered;

              void close() {
                lock.lock();
              }

              void open() {
                lock.unlock();
              }

              void enter() {
                next.close();
                entered = 1;
                next.open();
                entered = 2;
              }
            }
            """);
    Body enter = parts.method("enter");

    assertThat(
            writes(enter).stream()
                .map(write -> locks(parts.locks().of(enter).at(write.point())))
                .toList())
        .containsExactly(ImmutableList.of("this.next.lock<*>"), ImmutableList.of())
        .inOrder();
  }

  private static ImmutableList<String> targets(EngineParts parts, String method) {
    return parts.method(method).calls().stream()
        .flatMap(call -> parts.graph().targets(call).stream())
        .map(Body::toString)
        .collect(toImmutableList());
  }

  private static Origin origin(EngineParts parts, String field) {
    return parts.origins().of(field(parts, field));
  }

  private static VarSymbol field(EngineParts parts, String name) {
    return parts.index().bodies().stream()
        .flatMap(body -> body.accesses().stream())
        .flatMap(access -> access.location().variable().stream())
        .filter(variable -> variable.name.contentEquals(name))
        .findFirst()
        .orElseThrow();
  }
}
