package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that are chosen while an object is configured or copied, and stay when it is used. */
final class ChosenLocksTest {

  @Test
  void lockThatIsReplacedOnlyBeforeTheObjectIsPutToUse() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.ReentrantLock;

            class Harbour {
              private ReentrantLock lock = new ReentrantLock();
              private Condition free = lock.newCondition();
              private volatile boolean open;
              private int berths;
              private long arrivals;

              public void setFair(boolean fair) {
                if (open) {
                  return;
                }
                lock = new ReentrantLock(fair);
                free = lock.newCondition();
              }

              public void open() {
                lock.lock();
                try {
                  open = true;
                  berths = 3;
                } finally {
                  lock.unlock();
                }
              }

              public void land() throws InterruptedException {
                lock.lock();
                try {
                  arrivals++;
                  while (berths == 0) {
                    free.await();
                  }
                  berths--;
                } finally {
                  lock.unlock();
                }
              }

              public long countAgain() {
                lock.lock();
                try {
                  long counted = arrivals;
                  arrivals = 0;
                  return counted;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatIsReplacedWhileTheObjectIsUsed() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Harbour {
              private ReentrantLock lock = new ReentrantLock();
              private boolean worn;
              private boolean open;
              private long arrivals;

              public void open() {
                open = true;
              }

              public void renew() {
                if (open && !worn) {
                  worn = true;
                  lock = new ReentrantLock();
                }
              }

              public void land() {
                lock.lock();
                try {
                  arrivals++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }

              public long countAgain() {
                lock.lock();
                try {
                  long counted = arrivals;
                  arrivals = 0;
                  return counted;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void copyThatGetsALockOfItsOwn() {
    CheckTester.of(
            """
            class Request implements Cloneable {
              private Object latch = new Object();
              private int retries;

              public void retry() {
                synchronized (latch) {
                  retries++;
                }
              }

              public void reset() {
                synchronized (latch) {
                  retries = 0;
                }
              }

              @Override
              public Request clone() throws CloneNotSupportedException {
                Request copy = (Request) super.clone();
                copy.latch = new Object();
                return copy;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void requestThatGetsAnotherLockWhenItIsSentAgain() {
    CheckTester.of(
            """
            class Request {
              private Object latch = new Object();
              private int retries;

              public void retry() {
                synchronized (latch) {
                  retries++; // BUG: InconsistentLocking
                }
              }

              public void reset() {
                synchronized (latch) {
                  retries = 0;
                }
              }

              public void again() {
                latch = new Object();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatAPublicMethodReplacesWhileItHoldsIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            public class Audit {
              private Object lock = new Object();
              private int dropped;

              public void run(ScheduledExecutorService flusher) {
                flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
              }

              private void flush() {
                drop(1);
              }

              public void drop(int n) {
                synchronized (lock) {
                  dropped += n; // BUG: InconsistentLocking
                  lock = new Object();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatAPublicMethodKeeps() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            public class Audit {
              private final Object lock = new Object();
              private int dropped;

              public void run(ScheduledExecutorService flusher) {
                flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
              }

              private void flush() {
                drop(1);
              }

              public void drop(int n) {
                synchronized (lock) {
                  dropped += n;
                  lock.notifyAll();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
