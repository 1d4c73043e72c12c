package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that a class makes itself, of a flag or a reference to the owner that threads wait for. */
final class HandMadeLocksTest {

  @Test
  void flagThatIsWaitedForInOneMethodAndTakenDownInAnother() {
    press(
        """
        private boolean locked;

        synchronized void acquire() throws InterruptedException {
          while (locked) {
            wait();
          }
          locked = true;
        }

        synchronized void release() {
          locked = false;
          notify();
        }
        """,
        "latch.acquire();",
        "");
  }

  @Test
  void flagThatIsNotWaitedFor() {
    press(
        """
        private boolean locked;

        synchronized void acquire() throws InterruptedException {
          if (locked) {
            wait();
          }
          locked = true;
        }

        synchronized void release() {
          locked = false;
          notify();
        }
        """,
        "latch.acquire();",
        "// BUG: UnsafeReadModifyWrite");
  }

  @Test
  void flagUnderAnExplicitLock() {
    press(
        """
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition free = lock.newCondition();
        private boolean locked;

        void acquire() throws InterruptedException {
          lock.lock();
          try {
            while (locked) {
              free.await();
            }
            locked = true;
          } finally {
            lock.unlock();
          }
        }

        void release() {
          lock.lock();
          try {
            locked = false;
            free.signal();
          } finally {
            lock.unlock();
          }
        }
        """,
        "latch.acquire();",
        "");
  }

  @Test
  void ownerThatMayComeAgain() {
    press(
        """
        private Thread owner;
        private int depth;

        synchronized void acquire() throws InterruptedException {
          Thread me = Thread.currentThread();
          if (owner == me) {
            depth++;
            return;
          }
          while (owner != null) {
            wait();
          }
          owner = me;
        }

        synchronized void release() {
          if (depth > 0) {
            depth--;
            return;
          }
          owner = null;
          notify();
        }
        """,
        "latch.acquire();",
        "");
  }

  @Test
  void ownerWhoWaitsUnlessHeHasTheLock() {
    press(
        """
        private Thread owner;
        private int depth;

        synchronized void acquire() throws InterruptedException {
          Thread me = Thread.currentThread();
          if (owner != me) {
            while (owner != null) {
              wait();
            }
            owner = me;
          }
          depth++;
        }

        synchronized void release() {
          if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
          }
          if (--depth == 0) {
            owner = null;
            notify();
          }
        }
        """,
        "latch.acquire();",
        "");
  }

  @Test
  void flagAndOwner() {
    press(
        """
        private boolean locked;
        private Thread owner;
        private int depth;

        synchronized void acquire() throws InterruptedException {
          Thread me = Thread.currentThread();
          while (locked && owner != me) {
            wait();
          }
          locked = true;
          owner = me;
          depth++;
        }

        synchronized void release() {
          if (owner == Thread.currentThread() && --depth == 0) {
            locked = false;
            notify();
          }
        }
        """,
        "latch.acquire();",
        "");
  }

  @Test
  void ownerWhoIsToldWhetherHeIsIt() {
    press(
        """
        private Thread owner;

        synchronized boolean acquire() {
          if (owner != null) {
            return false;
          }
          owner = Thread.currentThread();
          return true;
        }

        synchronized void release() {
          owner = null;
        }
        """,
        "if (!latch.acquire()) {\n  return null;\n}",
        "");
  }

  @Test
  void objectThatIsMadeIfThereIsNone() {
    press(
        """
        private Thread owner;

        synchronized void acquire() throws InterruptedException {
          if (owner == null) {
            owner = new Thread("press");
          }
        }

        synchronized void release() {
          owner = null;
        }
        """,
        "latch.acquire();",
        "// BUG: UnsafeReadModifyWrite");
  }

  @Test
  void placeForOneMessage() {
    press(
        """
        private String message;

        synchronized void acquire() throws InterruptedException {
          while (message != null) {
            wait();
          }
          message = "print";
          notifyAll();
        }

        synchronized void release() throws InterruptedException {
          while (message == null) {
            wait();
          }
          message = null;
          notifyAll();
        }
        """,
        "latch.acquire();",
        "// BUG: UnsafeReadModifyWrite");
  }

  @Test
  void lockOfEachTask() {
    press(
        """
        private boolean locked;

        synchronized void acquire() throws InterruptedException {
          while (locked) {
            wait();
          }
          locked = true;
        }

        synchronized void release() {
          locked = false;
          notify();
        }
        """,
        "Latch latch = new Latch();\nlatch.acquire();",
        "// BUG: UnsafeReadModifyWrite");
  }

  /** A page is printed by many tasks, each of which counts between the two calls of a lock. */
  private static void press(String lock, String acquire, String mark) {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.ReentrantLock;

            class Latch {
              %s
            }

            class Press {
              private final Latch latch = new Latch();
              private int pages;

              void print(ExecutorService pool) {
                pool.submit(
                    () -> {
                      %s
                      try {
                        pages++; %s
                      } finally {
                        latch.release();
                      }
                      return null;
                    });
              }
            }
            """
                .formatted(lock, acquire, mark))
        .reportsWhatIsMarked();
  }
}
