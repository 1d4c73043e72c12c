package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;

import org.junit.jupiter.api.Test;

/** Tests of which critical section a hold belongs to: nesting, breaks, and paths that meet. */
final class CriticalSectionTest {
  @Test
  void nestedLockStaysHeldAfterOneRelease() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: outer
          lock.lock(); // section: inner
          count++; // HELD: lock@outer
          lock.unlock();
          count++; // HELD: lock@outer
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void nestedTryFinallyStaysHeldInBetween() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: outer
          try {
            lock.lock(); // section: inner
            try {
              count++; // HELD: lock@outer
            } finally {
              lock.unlock();
            }
            count++; // HELD: lock@outer
          } finally {
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void nestedTryLockCountsWhereItSucceeded() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: outer
          if (lock.tryLock()) { // section: inner
            count++; // HELD: lock@outer
            lock.unlock();
            count++; // HELD: lock@outer
          }
          count++; // HELD: lock@outer
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void depthOfALoopIsTheLeastOfAllPaths() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: outer
          while (test()) {
            lock.lock(); // section: inner
          }
          count++; // HELD: lock@outer
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void lockWithinAPromisedHoldIsNested() {
    assertLocks(
        """
        void method() {
          assert lock.isHeldByCurrentThread(); // section: promised
          lock.lock(); // section: inner
          count++; // HELD: lock@promised
          lock.unlock();
          count++; // HELD: lock@promised
        }
        """);
  }

  @Test
  void secondAcquireBeginsAnotherSection() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: first
          count++; // HELD: lock@first
          lock.unlock();
          lock.lock(); // section: second
          count++; // HELD: lock@second
          lock.unlock();
        }
        """);
  }

  @Test
  void sectionsThatMeetAreBothInForce() {
    assertLocks(
        """
        void method() {
          if (test()) {
            lock.lock(); // section: first
            count++; // HELD: lock@first
          } else {
            lock.lock(); // section: second
            count++; // HELD: lock@second
          }
          count++; // HELD: lock@first|second
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void sectionThatIsBrokenOnOnePathIsNotInForceWherePathsMeet() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: first
          count++; // HELD: lock@first
          if (test()) {
            lock.unlock();
            lock.lock(); // section: second
            count++; // HELD: lock@second
          }
          count++; // HELD: lock@second
          lock.unlock();
        }
        """);
  }

  @Test
  void breakBeforeBothBranchesIsForgottenByNewSections() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: zero
          count++; // HELD: lock@zero
          lock.unlock();
          if (test()) {
            lock.lock(); // section: first
          } else {
            lock.lock(); // section: second
          }
          count++; // HELD: lock@first|second
        }
        """);
  }

  @Test
  void everySectionBrokenSomewhereStillMeansHeld() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: zero
          while (test()) {
            if (flag) {
              lock.unlock();
              lock.lock(); // section: first
            } else {
              lock.unlock();
              lock.lock(); // section: second
            }
          }
          count++; // HELD: lock@first|second|zero
          lock.unlock();
        }
        """);
  }

  @Test
  void sectionInALoopIsItselfInEveryIteration() {
    assertLocks(
        """
        void method() {
          while (test()) {
            lock.lock(); // section: each
            count++; // HELD: lock@each
            if (flag) {
              count++; // HELD: lock@each
            }
            count++; // HELD: lock@each
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void waitBeginsAnotherSection() {
    assertLocks(
        """
        void method() throws InterruptedException {
          lock.lock(); // section: before
          count++; // HELD: lock@before
          lockChanged.await(); // section: after
          count++; // HELD: lock@after
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void waitBeginsAnotherSectionEvenIfItThrows() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: before
          try {
            lockChanged.await(); // section: after
          } catch (InterruptedException e) {
            count++; // HELD: lock@after
          } finally {
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void guardedWaitLoopIsOneSectionFromItsLastTestOn() {
    assertLocks(
        """
        void method() throws InterruptedException {
          lock.lock(); // section: before
          try {
            count++; // HELD: lock@before
            while (
                count == 0) { // HELD: lock@after
              lockChanged.await(); // section: after
            }
            count--; // HELD: lock@after
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void waitWithoutTheLockTakesNothing() {
    assertLocks(
        """
        void method() throws InterruptedException {
          lockChanged.await();
          count++; // HELD:
        }
        """);
  }

  @Test
  void waitKeepsTheDepth() {
    assertLocks(
        """
        void method() throws InterruptedException {
          lock.lock(); // section: outer
          lock.lock(); // section: inner
          lockChanged.await(); // section: after
          lock.unlock();
          count++; // HELD: lock@after
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void handOverHandKeepsOneLockAtATime() {
    assertLocks(
        """
        void method() {
          lock.lock(); // section: first
          count++; // HELD: lock@first
          other.lock(); // section: second
          count++; // HELD: lock@first, other@second
          lock.unlock();
          count++; // HELD: other@second
          lock.lock(); // section: third
          other.unlock();
          count++; // HELD: lock@third
          lock.unlock();
        }
        """);
  }

  @Test
  void tryLockFallingBackToLockIsOneSectionAfterwards() {
    assertLocks(
        """
        void method() {
          if (!lock.tryLock()) { // section: quick
            run();
            lock.lock(); // section: slow
          }
          try {
            count++; // HELD: lock@quick|slow
          } finally {
            lock.unlock();
          }
        }
        """);
  }
}
