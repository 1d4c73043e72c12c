package dev.interlock.analysis.body;

import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.testing.EngineText.accesses;
import static dev.interlock.testing.EngineText.dependencies;
import static dev.interlock.testing.EngineText.paths;
import static dev.interlock.testing.EngineText.sourcesOfOnlyWrite;
import static dev.interlock.testing.EngineText.writes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.testing.EngineParts;
import dev.interlock.testing.EngineText;
import org.junit.jupiter.api.Test;

/** Tests of what is recorded of one body: access paths, where values come from, and points. */
final class ExtractionTest {
  private static EngineParts read(String members) {
    return EngineParts.of(
        """
        import java.util.*;
        import java.util.concurrent.atomic.*;

        class Test {
          static int total;
          int count;
          int[] counts = {};
          Test next;
          Test[] all = {};
          Map<String, Integer> map = new HashMap<>();
          AtomicInteger atomic = new AtomicInteger();

        %s
        }
        """
            .formatted(members));
  }

  private static Body method(String text) {
    return read("void method(int n, Test other, String key) {" + text + "}").method("method");
  }

  @Test
  void incrementReadsAndThenWritesWhatItRead() {
    Body body = method("count++;");

    assertThat(accesses(body)).containsExactly("read this.count", "write this.count").inOrder();
    assertThat(sourcesOfOnlyWrite(body)).containsExactly("read this.count");
  }

  @Test
  void plainAssignmentReadsNothing() {
    assertThat(accesses(method("count = n;"))).containsExactly("write this.count");
  }

  @Test
  void valueIsFollowedThroughLocalVariables() {
    Body body = method("int a = count; int b = n; if (n > 0) { b = a * 2; } other.count = b + 1;");

    assertThat(sourcesOfOnlyWrite(body)).containsExactly("read this.count", "variable n");
  }

  @Test
  void variableThatIsAssignedAnewForgetsWhereItsValueCameFrom() {
    Body body = method("int a = count; a = 5; count = a;");

    assertThat(sourcesOfOnlyWrite(body)).isEmpty();
  }

  @Test
  void locationIsNamedByFieldsAndElements() {
    assertThat(accesses(method("all[n].next.counts[n + 1] = 1;")))
        .containsExactly(
            "read this.all",
            "read this.all[n]",
            "read this.all[n].next",
            "read this.all[n].next.counts",
            "write this.all[n].next.counts[n + 1]")
        .inOrder();
  }

  @Test
  void locationIsNamedByWhatALocalVariableHolds() {
    assertThat(accesses(method("Test a = other.next; a.count = 1;")))
        .containsExactly("read other.next", "write other.next.count")
        .inOrder();
  }

  @Test
  void variableWithTwoValuesWritesEither() {
    Body body = method("Test a = other; if (n > 0) { a = this; } a.count = 1;");

    assertThat(accesses(body)).containsExactly("write other.count", "write this.count");
  }

  @Test
  void newObjectIsToldFromOthers() {
    assertThat(accesses(method("Test made = new Test(); made.count = 1;")))
        .containsExactly("write new Test.count");
  }

  @Test
  void staticFieldHangsOffNoObject() {
    Body body = method("total = 1; Test.total = 2; other.total = 3;");

    assertThat(accesses(body))
        .containsExactly("write Test.total", "write Test.total", "write Test.total");
    assertThat(writes(body).get(0).location().isStatic()).isTrue();
  }

  @Test
  void libraryMethodsAccessTheInsideOfTheirObject() {
    assertThat(accesses(method("map.put(key, 1); map.get(key); atomic.incrementAndGet();")))
        .containsExactly(
            "read this.map",
            "write this.map<key>",
            "read this.map",
            "read this.map<key>",
            "read this.atomic",
            "update this.atomic<*>")
        .inOrder();
  }

  @Test
  void conditionalUpdateIsMarked() {
    Body body = method("atomic.compareAndSet(n, 1); atomic.set(2);");

    assertThat(Iterables.transform(writes(body), Access::isConditional))
        .containsExactly(true, false)
        .inOrder();
  }

  @Test
  void conditionsAroundAPointAreKept() {
    Body body = method("if (count > 0) { while (n > 1) { total = 5; } } total = 6;");

    ImmutableList<Access> writes = writes(body);
    assertThat(controls(writes.get(0))).containsExactly("read this.count", "variable n");
    assertThat(controls(writes.get(1))).isEmpty();
  }

  @Test
  void earlyReturnDecidesAboutWhatFollows() {
    Body body = method("if (count > 0) { return; } total = 5;");

    assertThat(controls(writes(body).get(0))).containsExactly("read this.count");
  }

  private static ImmutableList<String> controls(Access access) {
    return dependencies(Value.computedFrom(access.point().controlDependencies()));
  }

  @Test
  void loopsAroundAPointAreKept() {
    Body body = method("for (int i = 0; i < n; i++) { for (Test t : all) { count = 1; } }");

    int around = 0;
    for (Point.Loop loop = writes(body).get(0).point().loop(); loop != null; loop = loop.outer()) {
      around++;
    }
    assertThat(around).isEqualTo(2);
  }

  @Test
  void monitorsAroundAPointAreKept() {
    Body body = method("synchronized (other) { synchronized (this) { count = 1; } } count = 2;");

    assertThat(monitors(writes(body).get(0))).containsExactly("this", "other").inOrder();
    assertThat(monitors(writes(body).get(1))).isEmpty();
  }

  @Test
  void synchronizedMethodLocksItsObjectOrClass() {
    EngineParts parts =
        read(
            "synchronized void own() { count = 1; } static synchronized void all() { total = 1; }");

    assertThat(monitors(writes(parts.method("own")).get(0))).containsExactly("this");
    assertThat(monitors(writes(parts.method("all")).get(0))).containsExactly("Test.class");
  }

  /** Returns what is locked around an access, innermost first. */
  private static ImmutableList<String> monitors(Access access) {
    ImmutableList.Builder<String> locked = ImmutableList.builder();
    for (Point.Monitor m = access.point().monitor(); m != null; m = m.outer()) {
      locked.addAll(paths(m.lock().paths()));
    }
    return locked.build();
  }

  @Test
  void lambdaIsABodyOfItsOwnThatKnowsWhatItCaptures() {
    EngineParts parts =
        read("void method(Test other) { Test t = other.next; Runnable r = () -> t.count++; }");
    Body lambda = Iterables.getOnlyElement(parts.lambdas());

    assertThat(accesses(lambda)).containsExactly("read t.count", "write t.count").inOrder();
    assertThat(lambda.definer()).hasValue(parts.method("method"));
    assertThat(paths(Iterables.getOnlyElement(lambda.captures().values()).paths()))
        .containsExactly("other.next");
    assertThat(accesses(parts.method("method"))).containsExactly("read other.next");
  }

  @Test
  void innerClassReachesTheOuterObject() {
    EngineParts parts = read("class Inner { void add() { count++; Test.this.next = null; } }");

    assertThat(accesses(parts.method("add")))
        .containsExactly("read this.outer.count", "write this.outer.count", "write this.outer.next")
        .inOrder();
  }

  @Test
  void initialisersArePutTogetherByKind() {
    EngineParts parts =
        EngineParts.of(
            "class Two { int a = 1; static int s = 2; { a = 3; } static { s = 4; } Two() { a = 5; }"
                + " }");

    assertThat(
            Iterables.transform(
                parts.index().bodies(), body -> body.kind() + " " + EngineText.accesses(body)))
        .containsExactly(
            "INSTANCE_INITIALIZER [write this.a, write this.a]",
            "STATIC_INITIALIZER [write Two.s, write Two.s]",
            "CONSTRUCTOR [write this.a]");
  }

  @Test
  void callKnowsItsReceiverAndArguments() {
    Call call = Iterables.getOnlyElement(method("other.next.method(n, this, key);").calls());

    assertThat(paths(call.receiver().paths())).containsExactly("other.next");
    assertThat(paths(call.arguments().get(1).paths())).containsExactly("this");
    assertThat(call.isResultUsed()).isFalse();
    assertThat(call.isVirtual()).isTrue();
  }

  @Test
  void pathsThatGrowTooLongAreNotFollowed() {
    assertThat(accesses(method("next.next.next.next.next.next.next.next.count = 1;")))
        .doesNotContain("write this.next.next.next.next.next.next.next.next.count");
  }
}
