package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks of many parts that are taken and given back together. */
final class LockSweepsTest {
  private static final String COUNTERS =
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Counters {
        private static final class Part {
          final ReentrantLock lock = new ReentrantLock();
          long total;
        }

        private final Part[] parts = {new Part(), new Part()};

        void add(int key, long amount) {
          Part part = parts[key & 1];
          part.lock.lock();
          try {
            part.total += amount;
          } finally {
            part.lock.unlock();
          }
        }

        void collapse() {
          BODY
        }
      }
      """;

  @Test
  void loopTakesAllLocksBeforeTheChange() {
    CheckTester.of(
            COUNTERS.replace(
                "BODY",
                """
                for (Part part : parts) {
                  part.lock.lock();
                }
                try {
                  parts[0].total += parts[1].total;
                } finally {
                  for (Part part : parts) {
                    part.lock.unlock();
                  }
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void loopHasGivenAllLocksBackBeforeTheChange() {
    CheckTester.of(
            COUNTERS.replace(
                "BODY",
                """
                for (Part part : parts) {
                  part.lock.lock();
                }
                for (Part part : parts) {
                  part.lock.unlock();
                }
                parts[0].total += parts[1].total; // BUG: InconsistentLocking
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void eachTurnOfTheLoopGivesItsLockBack() {
    CheckTester.of(
            COUNTERS.replace(
                "BODY",
                """
                for (Part part : parts) {
                  part.lock.lock();
                  part.lock.unlock();
                }
                parts[0].total += parts[1].total; // BUG: InconsistentLocking
                """))
        .reportsWhatIsMarked();
  }
}
