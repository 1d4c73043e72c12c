package dev.interlock.analysis.sharing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.testing.EngineText.locks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.testing.EngineParts;
import dev.interlock.testing.EngineText;
import org.junit.jupiter.api.Test;

/** Tests of the ways out of an access: homes, threads, locks, and what follows for two of them. */
final class ContextSearchTest {
  private static ImmutableList<Context> contexts(String members) {
    EngineParts parts = read(members);
    return contextsOfTheWrite(parts);
  }

  private static EngineParts read(String members) {
    return EngineParts.of(
        """
        import java.util.*;
        import java.util.concurrent.*;

        class Test {
          static int total;
          ExecutorService pool = Executors.newCachedThreadPool();
          int count;

        %s
        }
        """
            .formatted(members));
  }

  /** Returns the contexts of the only write of a number. */
  private static ImmutableList<Context> contextsOfTheWrite(EngineParts parts) {
    Access write =
        Iterables.getOnlyElement(
            parts.index().bodies().stream()
                .flatMap(body -> EngineText.writes(body).stream())
                .filter(access -> access.location().variable().orElseThrow().type.isPrimitive())
                .toList());
    Body body = write.body();
    return parts
        .search()
        .contextsOf(
            body, write.location(), write.point(), parts.locks().of(body).at(write.point()));
  }

  private static Context only(String members) {
    return Iterables.getOnlyElement(contexts(members));
  }

  @Test
  void homeIsWhatTheLocationBelongsTo() {
    assertThat(only("void a() { total = 1; }").home()).isEqualTo(Home.STATIC);
    assertThat(only("void a() { count = 1; }").home()).isEqualTo(Home.OBJECT);
    assertThat(only("void a(Test t) { t.count = 1; }").home()).isEqualTo(Home.ARGUMENT);
    assertThat(only("Test() { count = 1; }").home()).isEqualTo(Home.CONFINED);
    assertThat(only("void a(List<Test> all) { all.get(0).count = 1; }").home())
        .isEqualTo(Home.ARGUMENT);
    assertThat(only("void a() { Test t = new Test(); pool.execute(() -> t.count = 1); }").home())
        .isEqualTo(Home.LOCAL);
  }

  @Test
  void searchEndsAtMethodsThatNobodyCalls() {
    assertThat(
            contexts(
                    "void a() { b(); } void c() { b(); } private void b() { d(); }"
                        + " private void d() { count = 1; }")
                .stream()
                .map(context -> context.top().toString())
                .collect(toImmutableList()))
        .containsExactly("Test.a", "Test.c");
  }

  @Test
  void cycleThatNobodyEntersIsEnteredFromOutside() {
    Context context = only("void a() { count = 1; b(); } void b() { c(); } void c() { a(); }");

    assertThat(context.top().toString()).isEqualTo("Test.a");
    assertThat(context.home()).isEqualTo(Home.OBJECT);
  }

  @Test
  void cycleIsEnteredWhereItIsCalled() {
    Context context = only("void go() { b(); } void a() { count = 1; b(); } void b() { a(); }");

    assertThat(context.top().toString()).isEqualTo("Test.go");
  }

  @Test
  void lockOfACallerCountsOnEveryWayFromIt() {
    ImmutableList<Context> contexts =
        contexts(
            "synchronized void go() { a(); b(); } private void a() { c(); }"
                + " private void b() { c(); } private void c() { count = 1; }");

    assertThat(Iterables.transform(contexts, context -> locks(context.locks())))
        .containsExactly(ImmutableList.of("this"));
  }

  @Test
  void locationIsInTermsOfTheOutermostCode() {
    Context context = only("Test next; void a() { next.b(next); } void b(Test t) { t.count = 1; }");

    assertThat(EngineText.of(context.location())).isEqualTo("this.next.count");
  }

  @Test
  void locksOfCallersAreHeldByThoseWhomTheyCall() {
    assertThat(locks(only("synchronized void a() { b(); } void b() { count = 1; }").locks()))
        .containsExactly("this");
  }

  @Test
  void locksOfTheLauncherAreNotHeldByItsTasks() {
    Context context = only("synchronized void a() { pool.execute(() -> count = 1); }");

    assertThat(context.isTask()).isTrue();
    assertThat(context.locks()).isEmpty();
  }

  @Test
  void locksAroundCodeThatRunsInPlaceAreHeldByIt() {
    Context context = only("synchronized void a(List<Test> all) { all.forEach(t -> count = 1); }");

    assertThat(context.isTask()).isFalse();
    assertThat(locks(context.locks())).containsExactly("this");
  }

  @Test
  void loopAroundALaunchRepeatsTheTask() {
    Parallelism parallelism = parallelism(read("void a() {}"));

    assertThat(
            parallelism.overlapsItself(
                only(
                    "void a() { Test t = new Test();"
                        + " for (int i = 0; i < 3; i++) pool.execute(() -> t.count = 1); }")))
        .isTrue();
    assertThat(
            parallelism.overlapsItself(
                only("void a() { Test t = new Test(); pool.execute(() -> t.count = 1); }")))
        .isFalse();
    assertThat(
            parallelism.overlapsItself(
                only(
                    "void a() { for (int i = 0; i < 3; i++) {"
                        + " Test t = new Test(); pool.execute(() -> t.count = 1); } }")))
        .isFalse();
  }

  @Test
  void lockExcludesItselfIfItIsTheSameInEveryRun() {
    assertThat(excludesItself("Object own = new Object();", "synchronized (own)")).isTrue();
    assertThat(excludesItself("static Object all = new Object();", "synchronized (all)")).isTrue();
    assertThat(excludesItself("", "synchronized (new Object())")).isFalse();
    assertThat(
            excludesItself(
                "Object o; void set(Object n) { o = n; } void no() { o = null; }",
                "synchronized (o)"))
        .isFalse();
  }

  @Test
  void lockOfTheObjectDoesNotGuardWhatAllObjectsShare() {
    EngineParts parts = read("synchronized void a() { total = 1; }");

    assertThat(protection(parts).excludesItself(contextsOfTheWrite(parts).get(0))).isFalse();
  }

  private static boolean excludesItself(String member, String lock) {
    EngineParts parts = read(member + " void a() { " + lock + " { count = 1; } }");
    return protection(parts).excludesItself(contextsOfTheWrite(parts).get(0));
  }

  private static Protection protection(EngineParts parts) {
    return new Protection(
        parts.getters(),
        parts.origins(),
        sharing(parts),
        new SettledFields(parts.origins(), body -> false));
  }

  private static Parallelism parallelism(EngineParts parts) {
    return new Parallelism(
        parts.awaiting(),
        method -> false,
        parts.origins(),
        sharing(parts),
        new EventLoops(parts.index()),
        parts.index().types());
  }

  private static SharedParts sharing(EngineParts parts) {
    return new SharedParts(parts.origins(), parts.graph(), parts.index());
  }
}
