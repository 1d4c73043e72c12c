package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that one file declares and another updates. */
final class ElsewhereTest {
  private static final String STOCK =
      """
      abstract class Stock {
        protected int units;
        protected int shortages;

        synchronized void receive(int n) {
          units += n;
        }

        synchronized boolean ship(int n) {
          if (units < n) {
            shortages++;
            return false;
          }
          units -= n;
          return true;
        }
      }
      """;

  @TempDir Path work;

  @Test
  void subclassTakesTheLockThatGuardsAnInheritedField() throws IOException {
    assertThat(
            patch(
                "Stock.java",
                STOCK,
                """
                class Sample extends Stock {
                  void adjust(int by) {
                    units += by; // found at stocktaking
                    shortages--;
                    System.out.println(by);
                  }
                }
                """))
        .isEqualTo(
            """
            class Sample extends Stock {
              void adjust(int by) {
                synchronized (this) {
                  units += by; // found at stocktaking
                  shortages--;
                }
                System.out.println(by);
              }
            }
            """);
  }

  @Test
  void lockThatTheSubclassCannotNameIsNotTaken() throws IOException {
    assertUnchanged(
        "Stock.java",
        """
        abstract class Stock {
          private final Object lock = new Object();
          protected int units;

          void receive(int n) {
            synchronized (lock) {
              units += n;
            }
          }
        }
        """,
        """
        class Sample extends Stock {
          void adjust(int by) {
            units += by;
          }
        }
        """);
  }

  @Test
  void lockOfASuperclassThatItsSubclassesKnowIsTaken() throws IOException {
    assertThat(
            patch(
                "Stock.java",
                """
                import java.util.concurrent.locks.ReentrantLock;

                abstract class Stock {
                  protected final ReentrantLock lock = new ReentrantLock();
                  protected int units;

                  void receive(int n) {
                    lock.lock();
                    try {
                      units += n;
                    } finally {
                      lock.unlock();
                    }
                  }
                }
                """,
                """
                class Sample extends Stock {
                  void adjust(int by) {
                    units += by;
                  }
                }
                """))
        .isEqualTo(
            """
            class Sample extends Stock {
              void adjust(int by) {
                lock.lock();
                try {
                  units += by;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void updateBesideALockThatAnotherFileForgetsIsLeft() throws IOException {
    assertUnchanged(
        "Stock.java",
        STOCK.replace("synchronized void receive", "void receive"),
        """
        class Sample extends Stock {
          void adjust(int by) {
            units += by;
          }
        }
        """);
  }

  @Test
  void stateOfAnObjectOfAnotherFileIsGuardedByItsMonitor() throws IOException {
    assertThat(
            patch(
                "Report.java",
                """
                class Report {
                  long uploaded;

                  long uploaded() {
                    return uploaded;
                  }
                }
                """,
                """
                import java.util.concurrent.ExecutorService;

                class Sample {
                  Report push(ExecutorService io, long[] sizes) {
                    Report report = new Report();
                    for (long size : sizes) {
                      io.execute(() -> {
                        report.uploaded += size;
                      });
                    }
                    return report;
                  }
                }
                """))
        .isEqualTo(
            """
            import java.util.concurrent.ExecutorService;

            class Sample {
              Report push(ExecutorService io, long[] sizes) {
                Report report = new Report();
                for (long size : sizes) {
                  io.execute(() -> {
                    synchronized (report) {
                      report.uploaded += size;
                    }
                  });
                }
                return report;
              }
            }
            """);
  }

  @Test
  void fieldThatAnotherFileChangesWithoutALockIsLeft() throws IOException {
    assertUnchanged(
        "Reset.java",
        """
        class Reset {
          void reset(Sample sample) {
            sample.passed = 0;
          }
        }
        """,
        """
        class Sample {
          volatile int passed;

          void pass() {
            passed++;
          }
        }
        """);
  }

  @Test
  void anonymousSubclassNamesTheObjectThatItIs() throws IOException {
    assertThat(
            patch(
                "Stock.java",
                STOCK,
                """
                class Sample extends Stock {
                  void count(java.util.concurrent.Executor executor, int by) {
                    executor.execute(
                        new Runnable() {
                          @Override
                          public void run() {
                            units += by;
                          }
                        });
                  }
                }
                """))
        .contains("synchronized (Sample.this) {\n              units += by;\n            }");
  }

  private String patch(String name, String neighbour, String source) throws IOException {
    return new PatchedInPlace(work, ImmutableMap.of(name, neighbour)).patch(source);
  }

  private void assertUnchanged(String name, String neighbour, String source) throws IOException {
    assertThat(patch(name, neighbour, source)).isEqualTo(source);
  }
}
