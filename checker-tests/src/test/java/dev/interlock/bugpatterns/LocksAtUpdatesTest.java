package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which locks are held where a variable is updated. */
final class LocksAtUpdatesTest {

  @Test
  void wayThroughOtherFilesMayPassALock() {
    CheckTester.of(
            """
            package shop.http;

            import java.util.concurrent.ExecutorService;
            import shop.stats.RetryManager;

            public final class Gateway {
              private final RetryManager retries = new RetryManager();
              private final ExecutorService workers;

              public Gateway(ExecutorService workers) {
                this.workers = workers;
              }

              public void send(Runnable request) {
                workers.execute(
                    () -> {
                      request.run();
                      retries.recordSuccess();
                    });
              }
            }
            """,
            """
            package shop.stats;

            public final class RetryManager {
              private final Totals totals = new Totals();

              public synchronized void recordSuccess() {
                totals.add(1);
              }
            }
            """,
            """
            package shop.stats;

            final class Totals {
              private long successes;

              void add(int more) {
                successes += more;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void synchronizedMethodAndBlock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private final Object lock = new Object();
              private int inside;
              private int passages;

              void onEnter(ExecutorService sensors) {
                sensors.execute(this::enter);
                sensors.execute(
                    () -> {
                      synchronized (lock) {
                        passages++;
                      }
                    });
              }

              private synchronized void enter() {
                inside++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockHeldOnEveryPath() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Turnstile {
              private final Lock lock = new ReentrantLock();
              private int inside;

              void onEnter(ExecutorService sensors, boolean group, int people) {
                sensors.execute(
                    () -> {
                      lock.lock();
                      try {
                        if (group) {
                          inside += people;
                        } else {
                          inside++;
                        }
                      } finally {
                        lock.unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockThatOnePathDoesNotTake() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Turnstile {
              private final Lock lock = new ReentrantLock();
              private int inside;

              void onEnter(ExecutorService sensors, boolean group, int people) {
                sensors.execute(
                    () -> {
                      if (group) {
                        lock.lock();
                      }
                      inside += people; // BUG: UnsafeReadModifyWrite
                      if (group) {
                        lock.unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockHeldByAllCallersOfAPrivateMethod() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Stock {
              private int items;

              void deliver(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (this) {
                        add(10);
                      }
                    });
              }

              synchronized void giveBack() {
                add(1);
              }

              private void add(int more) {
                items += more;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lambdaThatRunsInPlaceKeepsTheLocksAroundIt() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Stock {
              private int items;

              void deliver(ExecutorService pool, List<Integer> boxes) {
                pool.execute(
                    () -> {
                      synchronized (this) {
                        boxes.forEach(box -> items += box);
                        times(3, () -> items++);
                      }
                    });
              }

              private static void times(int n, Runnable action) {
                for (int i = 0; i < n; i++) {
                  action.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfAHelperThatOnlyLaunches() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Orchard {
              private int weighed;
              private int invoices;

              void pick(ExecutorService pickers, ExecutorService office) {
                pickers.execute(() -> now(() -> weighed++));
                pickers.execute(() -> later(office, () -> invoices++)); // BUG: UnsafeReadModifyWrite
              }

              private synchronized void now(Runnable action) {
                action.run();
              }

              private synchronized void later(ExecutorService office, Runnable action) {
                office.execute(action);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitIsLookedAtBeforeTheLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Archive {
              private int archived;
              private int kept;

              void run(ExecutorService pool, int jobs) {
                for (int i = 0; i < jobs; i++) {
                  pool.execute(() -> trim(10));
                  pool.execute(() -> keep(10));
                }
              }

              private void trim(int max) {
                if (archived <= max) {
                  return;
                }
                synchronized (this) {
                  archived--; // BUG: NonAtomicCheckThenAct
                }
              }

              private void keep(int max) {
                if (kept >= max) {
                  return;
                }
                synchronized (this) {
                  if (kept < max) {
                    kept++;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileNumberUnderAReadLock() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            public class Registry {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private volatile int clients;

              public void cancel() {
                lock.readLock().lock();
                try {
                  clients = clients - 1; // BUG: InconsistentLocking
                } finally {
                  lock.readLock().unlock();
                }
              }

              void evict() {
                cancel();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileNumberUnderAWriteLock() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            public class Registry {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private volatile int clients;

              public void cancel() {
                lock.writeLock().lock();
                try {
                  clients = clients - 1;
                } finally {
                  lock.writeLock().unlock();
                }
              }

              void evict() {
                cancel();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
