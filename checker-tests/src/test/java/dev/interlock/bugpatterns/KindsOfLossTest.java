package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which check tells of an update, by the locks that are held at its read and at its write. */
final class KindsOfLossTest {

  @Test
  void whatIsClaimedIsNotALockForWhatAllCount() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Leases {
              record Lease(String id) {}

              private final Map<String, Lease> leases = new ConcurrentHashMap<>();
              private int ended;

              void begin(Lease lease) {
                leases.put(lease.id(), lease);
              }

              void check(ExecutorService pool, String id) {
                pool.execute(() -> end(leases.get(id)));
              }

              void end(Lease lease) {
                if (leases.remove(lease.id(), lease)) {
                  ended++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfAnElementIsALockButAnotherOneForEachElement() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Leases {
              private final Map<String, Object> leases = new ConcurrentHashMap<>();
              private int ended;

              void end(ExecutorService pool, String id) {
                pool.execute(
                    () -> {
                      synchronized (leases.get(id)) {
                        ended++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockGivenUpBetweenReadAndWriteWhileAnotherTaskWrites() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Meter {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private double distance;

              void start(ScheduledExecutorService timers) {
                timers.scheduleAtFixedRate(this::drive, 1, 1, TimeUnit.SECONDS);
                timers.scheduleAtFixedRate(this::round, 1, 1, TimeUnit.HOURS);
              }

              private void drive() {
                lock.writeLock().lock();
                try {
                  distance += 0.5;
                } finally {
                  lock.writeLock().unlock();
                }
              }

              private void round() {
                double before;
                lock.readLock().lock();
                try {
                  before = distance;
                } finally {
                  lock.readLock().unlock();
                }
                lock.writeLock().lock();
                try {
                  distance = Math.floor(before); // BUG: SplitCriticalSection
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockHeldFromReadToWriteWhileAnotherTaskWrites() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.locks.ReentrantLock;

            class Meter {
              private final ReentrantLock lock = new ReentrantLock();
              private double distance;

              void start(ScheduledExecutorService timers) {
                timers.scheduleAtFixedRate(this::drive, 1, 1, TimeUnit.SECONDS);
                timers.scheduleAtFixedRate(this::round, 1, 1, TimeUnit.HOURS);
              }

              private void drive() {
                lock.lock();
                try {
                  distance += 0.5;
                } finally {
                  lock.unlock();
                }
              }

              private void round() {
                lock.lock();
                try {
                  double before = distance;
                  distance = Math.floor(before);
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
