package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Jumps out of code that holds a lock. */
final class JumpsUnderLocksTest {

  @Test
  void breakLeavesTheLoopAndNotTheBlockAroundIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Meter {
              private final ReentrantLock lock = new ReentrantLock();
              private int left;
              private int taken;

              void go(ExecutorService pool) {
                pool.execute(this::drain);
                pool.execute(this::drain);
              }

              private void drain() {
                while (true) {
                  step:
                  {
                    lock.lock();
                    if (left == 0) {
                      lock.unlock();
                      break;
                    }
                    left--;
                  }
                  taken++;
                  if (lock.isHeldByCurrentThread()) {
                    lock.unlock();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void breakLeavesTheNamedBlock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Meter {
              private final ReentrantLock lock = new ReentrantLock();
              private int left;
              private int taken;

              void go(ExecutorService pool) {
                pool.execute(this::drain);
                pool.execute(this::drain);
              }

              private void drain() {
                while (true) {
                  step:
                  {
                    lock.lock();
                    if (left == 0) {
                      lock.unlock();
                      break step;
                    }
                    left--;
                  }
                  taken++; // BUG: UnsafeReadModifyWrite
                  if (lock.isHeldByCurrentThread()) {
                    lock.unlock();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
