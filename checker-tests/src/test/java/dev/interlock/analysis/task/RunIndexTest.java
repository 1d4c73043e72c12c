package dev.interlock.analysis.task;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Body;
import dev.interlock.testing.EngineParts;
import org.junit.jupiter.api.Test;

/** Tests of which calls run which tasks, and of what that means for the code that made them. */
final class RunIndexTest {
  private static EngineParts read(String members) {
    return EngineParts.of(
        """
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.function.*;

        class Test {
          ExecutorService pool = Executors.newCachedThreadPool();
          Runnable kept;

        %s
        }
        """
            .formatted(members));
  }

  private static ImmutableList<Run> runsOfFirstLambda(String text) {
    EngineParts parts = read("void method(List<Runnable> given) throws Exception {" + text + "}");
    return ImmutableList.copyOf(parts.runs().runsOf(parts.lambdas().get(0)));
  }

  private static Run onlyRun(String text) {
    return Iterables.getOnlyElement(runsOfFirstLambda(text));
  }

  @Test
  void executorLaunches() {
    Run run = onlyRun("pool.execute(() -> hashCode());");

    assertThat(run.isLaunched()).isTrue();
    assertThat(run.many()).isFalse();
    assertThat(run.creator().toString()).isEqualTo("Test.method");
    assertThat(run.site().method().toString()).startsWith("execute");
  }

  @Test
  void collectionRunsInPlace() {
    assertThat(onlyRun("given.forEach(r -> hashCode());").isLaunched()).isFalse();
  }

  @Test
  void parallelStreamRunsManyAtOnceAndSequentialOneInPlace() {
    Run parallel = onlyRun("given.parallelStream().forEach(r -> hashCode());");

    assertThat(parallel.isLaunched()).isTrue();
    assertThat(parallel.many()).isTrue();
    assertThat(onlyRun("given.stream().forEach(r -> hashCode());").isLaunched()).isFalse();
  }

  @Test
  void sameTaskLaunchedInALoopRunsManyTimesAtOnce() {
    EngineParts parts =
        read(
            "void method() { thrice(() -> hashCode()); }"
                + " void thrice(Runnable r) { for (int i = 0; i < 3; i++) pool.execute(r); }");

    assertThat(Iterables.getOnlyElement(parts.runs().runsOf(parts.lambdas().get(0))).many())
        .isTrue();
  }

  @Test
  void taskMadeAnewInEachTurnIsHandedOverAnewByTheLoopItself() {
    assertThat(
            onlyRun(
                    "for (int i = 0; i < 3; i++) { Runnable r = () -> hashCode(); pool.execute(r);"
                        + " }")
                .many())
        .isFalse();
  }

  @Test
  void taskIsFoundThroughVariablesFieldsContainersAndMethods() {
    assertThat(runsOfFirstLambda("kept = () -> hashCode(); new Thread(kept).start();"))
        .isNotEmpty();
    assertThat(
            runsOfFirstLambda(
                "List<Runnable> all = new ArrayList<>(); all.add(() -> hashCode());"
                    + " for (Runnable r : all) pool.execute(r);"))
        .isNotEmpty();
    EngineParts parts =
        read(
            "void one() { two(() -> hashCode()); } void two(Runnable r) { three(r); }"
                + " void three(Runnable r) { pool.submit(r); }");
    Run run = Iterables.getOnlyElement(parts.runs().runsOf(parts.lambdas().get(0)));
    assertThat(run.isLaunched()).isTrue();
    assertThat(run.creator()).isEqualTo(parts.method("one"));
    assertThat(run.site().body()).isEqualTo(parts.method("three"));
  }

  @Test
  void taskThatNobodyRunsHasNoRun() {
    assertThat(runsOfFirstLambda("kept = () -> hashCode();")).isEmpty();
  }

  @Test
  void singleThreadRunsOneTaskAtATime() {
    assertThat(
            onlyRun("var one = Executors.newSingleThreadExecutor(); one.execute(() -> hashCode());")
                .serial())
        .isTrue();
    assertThat(onlyRun("pool.execute(() -> hashCode());").serial()).isFalse();
  }

  @Test
  void objectThatIsATaskRunsItsMethod() {
    EngineParts parts =
        read(
            "class Job implements Callable<Integer> { public Integer call() { return 1; } }"
                + " void method() { pool.submit(new Job()); new Thread(this::work).start(); }"
                + " void work() {}");

    assertThat(launched(parts, "call")).isTrue();
    assertThat(launched(parts, "work")).isTrue();
    assertThat(parts.runs().isLauncher(parts.method("method"))).isTrue();
    assertThat(parts.runs().isLauncher(parts.method("work"))).isFalse();
  }

  @Test
  void threadRunsItsOwnMethod() {
    EngineParts parts =
        read(
            "class Worker extends Thread { public void run() {} } void go() { new Worker().start();"
                + " }");

    assertThat(launched(parts, "run")).isTrue();
  }

  @Test
  void methodThatOnlyCallsItsArgumentRunsItInPlace() {
    EngineParts parts =
        read("void method() { twice(() -> hashCode()); } void twice(Runnable r) { r.run(); }");
    Run run = Iterables.getOnlyElement(parts.runs().runsOf(parts.lambdas().get(0)));

    assertThat(run.isLaunched()).isFalse();
    assertThat(run.creator()).isEqualTo(parts.method("method"));
  }

  private static boolean launched(EngineParts parts, String method) {
    Body entry = parts.method(method);
    return Iterables.getOnlyElement(parts.runs().runsOf(entry)).isLaunched();
  }
}
