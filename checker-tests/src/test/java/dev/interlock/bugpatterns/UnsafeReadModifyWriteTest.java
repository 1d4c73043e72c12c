package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Forms of reading and writing back: which are lost updates, and which cannot be. */
final class UnsafeReadModifyWriteTest {

  @Test
  void incrementAndDecrementAreTwoSteps() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private final ExecutorService sensors;
              private int inside;
              private long passages;

              Turnstile(ExecutorService sensors) {
                this.sensors = sensors;
              }

              void onEnter() {
                sensors.execute(
                    () -> {
                      inside++; // BUG: UnsafeReadModifyWrite
                      ++passages; // BUG: UnsafeReadModifyWrite
                    });
              }

              void onLeave() {
                sensors.execute(() -> inside--); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void incrementOfALocalVariableIsNobodyElsesBusiness() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class WordCounter {
              void count(ExecutorService pool, List<String> pages) {
                for (String page : pages) {
                  pool.execute(
                      () -> {
                        int words = 0;
                        for (String word : page.split(" ")) {
                          words++;
                        }
                        System.out.println(words);
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void everyCompoundAssignmentIsTwoSteps() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mixer {
              private int sum;
              private int product = 1;
              private int bits;
              private long shifted = 1;
              private double mean;
              private String log = "";
              private boolean failed;

              void mix(ExecutorService pool, int sample) {
                pool.submit(
                    () -> {
                      sum += sample; // BUG: UnsafeReadModifyWrite
                      product *= sample; // BUG: UnsafeReadModifyWrite
                      bits |= 1 << sample; // BUG: UnsafeReadModifyWrite
                      shifted <<= 1; // BUG: UnsafeReadModifyWrite
                      mean -= sample / 8.0; // BUG: UnsafeReadModifyWrite
                      log += sample; // BUG: UnsafeReadModifyWrite
                      failed |= sample < 0; // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainAssignmentOfANewValueLosesNothingThatWasRead() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Thermometer {
              private volatile int last;

              void measure(ExecutorService pool, int celsius) {
                pool.submit(() -> last = celsius * 9 / 5 + 32);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void assignmentOfAValueComputedFromTheOldOneIsTwoSteps() {
    CheckTester.of(
            """
            import java.math.BigDecimal;
            import java.util.concurrent.ExecutorService;

            class CashDesk {
              private BigDecimal total = BigDecimal.ZERO;
              private Integer receipts = 0;
              private int dearest;
              private String journal = "";

              void sell(ExecutorService tills, BigDecimal price, int cents) {
                tills.execute(
                    () -> {
                      total = total.add(price); // BUG: UnsafeReadModifyWrite
                      receipts = receipts + 1; // BUG: UnsafeReadModifyWrite
                      dearest = Math.max(dearest, cents); // BUG: UnsafeReadModifyWrite
                      journal = journal.concat(price.toString()); // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readAndWriteMayBeStatementsApart() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Album {
              private int photos;

              void add(ExecutorService uploaders, Runnable upload) {
                uploaders.execute(
                    () -> {
                      int before = photos;
                      upload.run();
                      int after = before + 1;
                      photos = after; // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void locationMayBeReachedByAPath() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Albums {
              private final Album[] albums = {new Album()};
              private final Statistics statistics = new Statistics();
              private final int[] hours = new int[24];

              void open(ExecutorService pool, int i, int hour) {
                pool.execute(
                    () -> {
                      albums[i].views++; // BUG: UnsafeReadModifyWrite
                      this.statistics.hits++; // BUG: UnsafeReadModifyWrite
                      hours[hour]++; // BUG: UnsafeReadModifyWrite
                    });
              }

              private static final class Album {
                int views;
              }

              private static final class Statistics {
                int hits;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void getterAndSetterAreTwoSteps() {
    CheckTester.of(
            """
            class Account {
              private long cents;

              long getCents() {
                return cents;
              }

              void setCents(long cents) {
                this.cents = cents;
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Bank {
              private final Account fees = new Account();

              void charge(ExecutorService pool, long fee) {
                pool.execute(() -> fees.setCents(fees.getCents() + fee)); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileChangesNothingAboutAtomicity() {
    CheckTester.of(
            """
            class Visits {
              private volatile long count;

              void visit() {
                count++; // BUG: UnsafeReadModifyWrite
              }

              long count() {
                return count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileForTheReadersWithAllWritersUnderOneLockIsSafe() {
    CheckTester.of(
            """
            class Visits {
              private volatile long count;

              synchronized void visit() {
                count++;
              }

              synchronized void visits(long more) {
                count += more;
              }

              long count() {
                return count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
