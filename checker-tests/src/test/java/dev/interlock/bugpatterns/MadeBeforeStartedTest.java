package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Threads that are made earlier than they are started. */
final class MadeBeforeStartedTest {

  @Test
  void threadsThatAreStartedOneAfterTheOther() {
    CheckTester.of(
            """
            class Relay {
              static int run() throws InterruptedException {
                int[] laps = {0};
                Thread first = new Thread(() -> laps[0]++);
                Thread second = new Thread(() -> laps[0]++);
                first.start();
                first.join();
                second.start();
                second.join();
                return laps[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsThatAreStartedTogether() {
    CheckTester.of(
            """
            class Relay {
              static int run() throws InterruptedException {
                int[] laps = {0};
                Thread first = new Thread(() -> laps[0]++); // BUG: UnsafeReadModifyWrite
                Thread second = new Thread(() -> laps[0]++); // BUG: UnsafeReadModifyWrite
                first.start();
                second.start();
                first.join();
                second.join();
                return laps[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void changeBeforeTheThreadIsStarted() {
    CheckTester.of(
            """
            class Relay {
              static Thread run() {
                int[] laps = {0};
                Thread runner = new Thread(() -> laps[0]++, "runner");
                laps[0]++;
                runner.setDaemon(true);
                runner.start();
                return runner;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void changeAfterTheThreadIsStarted() {
    CheckTester.of(
            """
            class Relay {
              static Thread run() {
                int[] laps = {0};
                Thread runner =
                    new Thread(
                        () -> laps[0]++, // BUG: UnsafeReadModifyWrite
                        "runner");
                runner.setDaemon(true);
                runner.start();
                laps[0]++; // BUG: UnsafeReadModifyWrite
                return runner;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadOfAnObjectAndOneThatItsMakerHasItStart() {
    CheckTester.of(
            """
            class Journal {
              private final Thread writer = new Thread(this::loop);
              private final Object lock = new Object();
              private volatile boolean closing;
              private int batches;
              private int records;

              void open() {
                writer.start();
                new Thread(this::flush).start();
              }

              private void loop() {
                while (!closing) {
                  flush();
                }
              }

              private void flush() {
                batches++; // BUG: UnsafeReadModifyWrite
                synchronized (lock) {
                  records++;
                }
              }

              static void write() {
                Journal journal = new Journal();
                journal.open();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
