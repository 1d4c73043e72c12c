package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Executors of the compilation that run one task at a time on the threads of another one. */
final class OwnExecutorsTest {
  private static final String RUNNER =
      """

      class %s implements java.util.concurrent.Executor {
        private final java.util.Queue<Runnable> tasks = new java.util.ArrayDeque<>();
        private final java.util.concurrent.Executor threads;
        private Runnable active;

        %1$s(java.util.concurrent.Executor threads) {
          this.threads = threads;
        }

        @Override
        public synchronized void execute(Runnable task) {
          tasks.add(
              () -> {
                try {
                  task.run();
                } finally {
                  next();
                }
              });
          if (active == null) {
            next();
          }
        }

        private synchronized void next() {
          active = tasks.poll();
          if (active != null) {
            threads.execute(active);
          }
        }
      }
      """;

  @Test
  void tasksOfASerialExecutor() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executors;

            class Account {
              private final SerialRunner inTurn = new SerialRunner(Executors.newFixedThreadPool(4));
              private int balance;
              private int checks;

              public void pay(int amount) {
                inTurn.execute(() -> balance += amount);
              }

              public void charge(int amount) {
                CompletableFuture.runAsync(() -> balance -= amount, inTurn);
              }

              public void check() {
                inTurn.execute(() -> checks++); // BUG: UnsafeReadModifyWrite
                checks++; // BUG: UnsafeReadModifyWrite
              }
            }
            """
                + RUNNER.formatted("SerialRunner"))
        .reportsWhatIsMarked();
  }

  @Test
  void serialExecutorInAVariableOfAnotherType() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.Executors;

            class Account {
              private final Executor inTurn = new SequentialRunner(Executors.newFixedThreadPool(4));
              private int balance;

              public void pay(int amount) {
                inTurn.execute(() -> balance += amount);
              }

              public void charge(int amount) {
                inTurn.execute(() -> balance -= amount);
              }
            }
            """
                + RUNNER.formatted("SequentialRunner"))
        .reportsWhatIsMarked();
  }

  @Test
  void whatAnExecutorCountsItself() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.Executors;

            class SerialPrinter implements Executor {
              private final Executor threads = Executors.newFixedThreadPool(4);
              private int printed;

              @Override
              public void execute(Runnable page) {
                threads.execute(() -> printed++); // BUG: UnsafeReadModifyWrite
                page.run();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
