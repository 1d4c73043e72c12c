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

  @Test
  void methodThatTakesAllLocks() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Table {
              private static final class Stripe extends ReentrantLock {
                private Map<String, String> rows = new HashMap<>();
                private int changes;
              }

              private final Stripe[] stripes = {new Stripe(), new Stripe()};

              void serve(ExecutorService pool, String key) {
                pool.execute(() -> put(key));
                pool.execute(this::clear);
              }

              private void put(String key) {
                Stripe stripe = stripes[key.length() & 1];
                stripe.lock();
                try {
                  stripe.rows.put(key, key);
                  stripe.changes++;
                } finally {
                  stripe.unlock();
                }
              }

              private void clear() {
                lockAll();
                try {
                  for (Stripe stripe : stripes) {
                    stripe.rows = new HashMap<>();
                    stripe.changes++;
                  }
                } finally {
                  unlockAll();
                }
              }

              private void lockAll() {
                for (Stripe stripe : stripes) {
                  stripe.lock();
                }
              }

              private void unlockAll() {
                for (int i = stripes.length - 1; i >= 0; i--) {
                  stripes[i].unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatIsTriedAgainIsNotAllLocks() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Ledger {
              private final ReentrantLock lock = new ReentrantLock();
              private final ReentrantLock other = new ReentrantLock();
              private long entries;

              void serve(ExecutorService pool) {
                pool.execute(this::book);
                pool.execute(this::correct);
              }

              private void enter() {
                while (true) {
                  try {
                    lock.lockInterruptibly();
                    return;
                  } catch (InterruptedException e) {
                    Thread.yield();
                  }
                }
              }

              private void book() {
                enter();
                try {
                  entries++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }

              private void correct() {
                other.lock();
                try {
                  entries--; // BUG: InconsistentLocking
                } finally {
                  other.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
