package dev.interlock.library;

import com.google.errorprone.CompilationTestHelper;
import dev.interlock.bugpatterns.UnsafeReadModifyWrite;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the analysis makes of libraries that say where a task runs, and when. */
final class LibraryUseTest {

  @Test
  void tasksOfATimerTakeTurns() {
    expect(
        """
        import java.util.Timer;
        import java.util.TimerTask;
        class Clock {
          private int ticks;
          void tick(Timer timer) {
            timer.schedule(new TimerTask() { public void run() { ticks++; } }, 1, 1);
            timer.schedule(new TimerTask() { public void run() { ticks++; } }, 2, 2);
          }
        }
        """);
  }

  @Test
  void tasksOfSomeExecutorDoNot() {
    expect(
        """
        import java.util.concurrent.Executor;
        class Clock {
          private int ticks;
          void tick(Executor executor) {
            // BUG: Diagnostic contains: ticks
            executor.execute(() -> ticks++);
            // BUG: Diagnostic contains: ticks
            executor.execute(() -> ticks++);
          }
        }
        """);
  }

  @Test
  void wrapperOfASerialExecutorIsSerial() {
    expect(
        """
        import java.util.concurrent.Executor;
        import java.util.concurrent.Executors;
        class Clock {
          private final Executor executor =
              Executors.unconfigurableExecutorService(Executors.newSingleThreadExecutor());
          private int ticks;
          void tick() {
            executor.execute(() -> ticks++);
            executor.execute(() -> ticks++);
          }
        }
        """);
  }

  @Test
  void wrapperOfAPoolIsNot() {
    expect(
        """
        import java.util.concurrent.Executor;
        import java.util.concurrent.Executors;
        class Clock {
          private final Executor executor =
              Executors.unconfigurableExecutorService(Executors.newFixedThreadPool(2));
          private int ticks;
          void tick() {
            // BUG: Diagnostic contains: ticks
            executor.execute(() -> ticks++);
            // BUG: Diagnostic contains: ticks
            executor.execute(() -> ticks++);
          }
        }
        """);
  }

  @Test
  void directExecutorRunsInPlace() {
    expect(
        """
        import com.google.common.util.concurrent.MoreExecutors;
        import java.util.List;
        class Counter {
          int count(List<String> names) {
            int[] count = {0};
            for (String name : names) {
              MoreExecutors.directExecutor().execute(() -> count[0]++);
            }
            return count[0];
          }
        }
        """);
  }

  @Test
  void parallelStreamOfASpliteratorIsParallel() {
    expect(
        """
        import java.util.List;
        import java.util.stream.StreamSupport;
        class Counter {
          private int count;
          void parallel(List<String> names) {
            // BUG: Diagnostic contains: count
            StreamSupport.stream(names.spliterator(), true).forEach(n -> count++);
          }
        }
        """);
  }

  @Test
  void sequentialStreamOfASpliteratorIsNot() {
    expect(
        """
        import java.util.List;
        import java.util.stream.StreamSupport;
        class Counter {
          private int count;
          void sequential(List<String> names) {
            StreamSupport.stream(names.spliterator(), false).forEach(n -> count++);
          }
        }
        """);
  }

  @Test
  void beanIsSetUpOnce() {
    expect(
        """
        import jakarta.annotation.PostConstruct;
        import org.springframework.stereotype.Service;
        @Service
        class Catalog {
          private int size;
          @PostConstruct
          public void load() {
            size++;
          }
          public int size() {
            return size;
          }
        }
        """);
  }

  @Test
  void beanIsUsedByAll() {
    expect(
        """
        import org.springframework.stereotype.Service;
        @Service
        class Catalog {
          private int size;
          public void add() {
            // BUG: Diagnostic contains: size
            size++;
          }
        }
        """);
  }

  private static void expect(String source) {
    String classpath =
        ModelledLibraries.classpath() + File.pathSeparator + System.getProperty("java.class.path");
    CompilationTestHelper.newInstance(UnsafeReadModifyWrite.class, LibraryUseTest.class)
        .setArgs(List.of("-proc:none", "-classpath", classpath))
        .addSourceLines("Source.java", source)
        .doTest();
  }
}
