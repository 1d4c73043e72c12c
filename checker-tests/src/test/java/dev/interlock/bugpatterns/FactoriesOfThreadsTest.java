package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Threads that a helper makes for whoever asks for one. */
final class FactoriesOfThreadsTest {
  private static final String THREADS =
      """
      class Threads {
        static Thread make(Runnable task, String name) {
          return new Thread(task, name);
        }

        static void log(String line) {
          make(() -> System.out.println(line), "log").start();
        }
      }
      """;

  private static final String COUNTER =
      """
      class Counter {
        private final Service service = new Service(this::step);
        private int steps;

        void open() {
          service.start();
        }

        private void step() {
          steps++;
        }
      }
      """;

  @Test
  void stepOfAServiceWhoseThreadAFactoryMakes() {
    CheckTester.of(
            THREADS,
            COUNTER,
            """
            class Service implements Runnable {
              private final Runnable step;

              Service(Runnable step) {
                this.step = step;
              }

              void start() {
                Threads.make(this, "service").start();
              }

              @Override
              public void run() {
                while (!Thread.interrupted()) {
                  step.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepOfAServiceThatKeepsItsThread() {
    CheckTester.of(
            THREADS,
            COUNTER,
            """
            class Service implements Runnable {
              private final Runnable step;
              private Thread thread;

              Service(Runnable step) {
                this.step = step;
              }

              void start() {
                grow();
              }

              void grow() {
                thread = Threads.make(this, "service");
                thread.start();
              }

              @Override
              public void run() {
                while (!Thread.interrupted()) {
                  step.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepOfAServiceThatIsGivenMoreThreads() {
    CheckTester.of(
            THREADS,
            COUNTER.replace("steps++;", "steps++; // BUG: UnsafeReadModifyWrite"),
            """
            class Service implements Runnable {
              private final Runnable step;

              Service(Runnable step) {
                this.step = step;
              }

              void start() {
                grow();
              }

              void grow() {
                Threads.make(this, "service").start();
              }

              @Override
              public void run() {
                while (!Thread.interrupted()) {
                  step.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadOfAFactoryThatGoesRoundWhileItIsTheOneKept() {
    CheckTester.of(
            THREADS,
            """
            class Poller implements Runnable {
              private volatile Thread thread;
              private int polls;

              void attach() {
                thread = Threads.make(this, "poller");
                thread.start();
              }

              @Override
              public void run() {
                while (Thread.currentThread() == thread) {
                  polls++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadOfAFactoryThatGoesRoundUpToALimit() {
    CheckTester.of(
            THREADS,
            """
            class Poller implements Runnable {
              private int polls;

              void attach() {
                Threads.make(this, "poller").start();
              }

              @Override
              public void run() {
                while (System.nanoTime() < 1_000_000_000L) {
                  polls++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
