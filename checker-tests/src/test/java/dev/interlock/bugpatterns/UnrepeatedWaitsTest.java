package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Checks before a wait that are made again after it, or not. */
final class UnrepeatedWaitsTest {

  @Test
  void checkBeforeAWaitThatIsNotRepeated() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class LoadingDock implements Runnable {
              private final Lock lock = new ReentrantLock();
              private final Condition arrived = lock.newCondition();
              private final Deque<String> parcels = new ArrayDeque<>();
              private int vans;

              synchronized void arrive() {
                vans++;
                notifyAll();
              }

              synchronized void depart() throws InterruptedException {
                if (vans == 0) {
                  wait();
                }
                vans--; // BUG: SplitCriticalSection
              }

              void put(String parcel) {
                lock.lock();
                try {
                  parcels.add(parcel);
                  arrived.signalAll();
                } finally {
                  lock.unlock();
                }
              }

              String take() {
                lock.lock();
                try {
                  if (parcels.isEmpty()) {
                    arrived.awaitUninterruptibly();
                  }
                  return parcels.removeFirst(); // BUG: SplitCriticalSection
                } finally {
                  lock.unlock();
                }
              }

              @Override
              public void run() {
                arrive();
                put("p");
                take();
                try {
                  depart();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              static void open() {
                LoadingDock dock = new LoadingDock();
                new Thread(dock).start();
                new Thread(dock).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkInALoopAroundTheWait() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class LoadingDock implements Runnable {
              private final Deque<String> parcels = new ArrayDeque<>();
              private int vans;

              synchronized void arrive() {
                vans++;
                notifyAll();
              }

              synchronized void depart() throws InterruptedException {
                while (vans == 0) {
                  wait();
                }
                vans--;
              }

              synchronized void put(String parcel) {
                parcels.add(parcel);
                notifyAll();
              }

              synchronized String take() throws InterruptedException {
                for (;;) {
                  if (!parcels.isEmpty()) {
                    return parcels.removeFirst();
                  }
                  wait();
                }
              }

              synchronized String poll(long millis) throws InterruptedException {
                if (parcels.isEmpty()) {
                  wait(millis);
                }
                return parcels.poll();
              }

              @Override
              public void run() {
                arrive();
                put("p");
                try {
                  take();
                  poll(5);
                  depart();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              static void open() {
                LoadingDock dock = new LoadingDock();
                new Thread(dock).start();
                new Thread(dock).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsTakenAfterTheWaitIsMeasuredAnew() {
    CheckTester.of(
            """
            class Memory {
              private long free = 1000;

              synchronized void take(long size) throws InterruptedException {
                if (free >= size) {
                  free -= size;
                } else {
                  long taken = 0;
                  while (taken < size) {
                    wait();
                    long got = Math.min(size - taken, free);
                    free -= got;
                    taken += got;
                  }
                }
              }

              synchronized void giveBack(long size) {
                free += size;
                notifyAll();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatWasTakenInBetweenIsGivenBack() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.ReentrantLock;

            class Memory {
              private final ReentrantLock lock = new ReentrantLock();
              private final Condition more = lock.newCondition();
              private long available = 1024;

              void allocate(int size) throws InterruptedException {
                lock.lock();
                try {
                  if (available >= size) {
                    available -= size;
                  } else {
                    int taken = 0;
                    try {
                      while (taken < size) {
                        more.await();
                        int got = (int) Math.min(size - taken, available);
                        available -= got;
                        taken += got;
                      }
                      taken = 0;
                    } finally {
                      available += taken;
                    }
                  }
                } finally {
                  lock.unlock();
                }
              }

              void free(int size) {
                lock.lock();
                try {
                  available += size;
                  more.signal();
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
