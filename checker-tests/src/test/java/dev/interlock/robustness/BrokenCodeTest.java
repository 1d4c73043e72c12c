package dev.interlock.robustness;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.FileObjects;
import com.sun.tools.javac.api.JavacTool;
import dev.interlock.testing.AttributedSources;
import dev.interlock.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that javac refuses, and code whose libraries are not all there. */
final class BrokenCodeTest {
  private static final String COUNTER =
      """
      import java.util.concurrent.ExecutorService;

      final class Counter {
        private int count;

        void go(ExecutorService pool) {
          for (int i = 0; i < 3; i++) {
            pool.execute(() -> count++);
          }
        }
      }
      """;

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing.Type field = missing.Type.make(() -> count++);",
        "int count() { return undeclared + count.length; }",
        "void twice() {} void twice() { count++; }",
        "void run() { Runnable r = x -> count++; r.run(1); new Broken(1, 2).go(); }",
        "void run() { for (var each : missing()) { each.count++; each.add(count); } }",
        "void run() { switch (nothing) { case 1 -> count++; case A, B -> { yield 1; } } }",
        "void run() { synchronized (absent) { count = absent.get() + count; } }",
        "void run() { Object o = this::noSuchMethod; o = Missing::new; o = int[]::new; }",
        "class Inner extends Absent implements Gone { int n = outer++; { super.call(n++); } }",
        "record Point(int x, Absent y) { Point { x++; y = null; z++; } }",
        "enum Kind { A(1), B { void go() { count++; } }; Kind(Absent a) {} }",
        "@Absent(value = count) int other = (int) \"text\" + count++; int x = x++;",
        "void run() { try (Absent a = open()) { count++; } catch (Gone | Lost e) { e.n++; } }",
        "<T extends Absent & Comparable<T>> T max(T a) { a.count++; return a.max(count++); }",
        "void run() { new Absent() { int n; void go() { n++; count++; } }.go(); this.this.x++; }",
        "void run() { java.util.concurrent.Executors.newCachedThreadPool().execute(gone::run); }",
        "void run() { lock.lock(); try { count++; } finally { lock.unlock(); } return 1; }",
        "int run() { count++ } void ( { } class { int x; } void run(int) { count++; }",
      })
  void analysisOfCodeWithErrorsDoesNotFail(String member) {
    String broken = "class Broken { int count; " + member + " }";

    AttributedSources sources = AttributedSources.attribute(ImmutableList.of(), broken, COUNTER);

    assertThat(sources.errors()).isNotEmpty();
    assertWithMessage(broken).that(sources.analyse().failures()).isEmpty();
  }

  @Test
  void findingsInOtherFilesOfCodeWithErrorsAreMade() {
    AttributedSources sources =
        AttributedSources.attribute(
            ImmutableList.of(), "class Broken { int x = missing++; }", COUNTER);

    assertThat(sources.analyse().findings()).hasSize(1);
  }

  @Test
  void nothingButTheErrorIsSaidOfCodeWithErrors() {
    ImmutableList<Diagnostic<?>> said =
        ImmutableList.copyOf(
            CheckTester.of("class Broken { int x = missing++; }", COUNTER).diagnostics());

    assertThat(said).hasSize(1);
    assertThat(said.get(0).getMessage(Locale.ENGLISH)).contains("cannot find symbol");
  }

  @Test
  void classesThatALibraryNeedsMayBeMissing() throws IOException {
    compileLibrary(
        "package lib; public class Gone { public static int total; public int own; }",
        "package lib; public interface GoneRole<T> { void role(Gone g); }",
        "package lib; public class Hidden implements GoneRole<Gone> { public void role(Gone g) {}"
            + " }",
        "package lib; public @interface GoneMark { Class<?> value(); }",
        "package lib; public class GoneException extends Exception {}",
        """
        package lib;
        @GoneMark(Gone.class)
        public class Kept implements Runnable {
          @GoneMark(Gone.class) public int count;
          public Gone gone;
          public Hidden hidden;
          @GoneMark(Gone.class) public void run() { count++; }
          public void add(int n) {}
          public void add(Gone g, int n) throws GoneException {}
          public Gone gone(Gone g) { return g; }
          public static Kept make() { return new Kept(); }
        }
        """);
    for (String gone : ImmutableList.of("Gone", "GoneRole", "GoneMark", "GoneException")) {
      Files.delete(work.resolve("lib/" + gone + ".class"));
    }

    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import lib.Kept;

            final class User {
              private final Kept kept = Kept.make();
              private int count;

              void go(ExecutorService pool, Kept other) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(kept);
                  pool.execute(other::run);
                  pool.execute(() -> kept.count++); // BUG: UnsafeReadModifyWrite
                  pool.execute(
                      () -> {
                        kept.run();
                        synchronized (kept) {
                          other.count += kept.hashCode();
                          System.out.println((Object) kept.hidden);
                        }
                        count++; // BUG: UnsafeReadModifyWrite
                      });
                }
              }
            }
            """)
        .withOptions("-classpath", work.toString(), "-Xlint:-classfile")
        .reportsWhatIsMarked();
  }

  private void compileLibrary(String... sources) {
    ImmutableList.Builder<javax.tools.JavaFileObject> files = ImmutableList.builder();
    for (String source : sources) {
      String name = source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
      files.add(FileObjects.forSourceLines("lib/" + name + ".java", source));
    }
    boolean compiled =
        JavacTool.create()
            .getTask(
                null,
                null,
                null,
                ImmutableList.of("-proc:none", "-d", work.toString()),
                null,
                files.build())
            .call();
    assertWithMessage("compiled").that(compiled).isTrue();
  }
}
