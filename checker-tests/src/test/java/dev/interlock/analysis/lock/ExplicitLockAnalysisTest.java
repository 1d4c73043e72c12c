package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;

import org.junit.jupiter.api.Test;

/** Tests of locks through straight code, branches, exceptions and assertions. */
final class ExplicitLockAnalysisTest {
  @Test
  void lockIsHeldFromAcquireToRelease() {
    assertLocks(
        """
        void method() {
          int before; // HELD:
          lock.lock(); // HELD:
          count++; // HELD: lock
          lock.unlock(); // HELD: lock
          int after; // HELD:
        }
        """);
  }

  @Test
  void twoLocksAreIndependent() {
    assertLocks(
        """
        void method() {
          lock.lock();
          other.lock();
          count++; // HELD: lock, other
          lock.unlock();
          count++; // HELD: other
          other.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void releaseOfAnotherLockKeepsTheLock() {
    assertLocks(
        """
        void method() {
          lock.lock();
          other.unlock();
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void lockOfOneBranchIsNotHeldAfterIt() {
    assertLocks(
        """
        void method() {
          if (test()) {
            lock.lock();
            count++; // HELD: lock
          } else {
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void lockOfBothBranchesIsHeldAfterThem() {
    assertLocks(
        """
        void method() {
          if (test()) {
            lock.lock();
          } else {
            run();
            lock.lock();
          }
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void releaseOfOneBranchEndsTheHoldAfterIt() {
    assertLocks(
        """
        void method() {
          lock.lock();
          if (test()) {
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void releaseBeforeLeavingKeepsTheHoldOfThoseWhoStay() {
    assertLocks(
        """
        void method() {
          lock.lock();
          if (test()) {
            lock.unlock();
            return;
          }
          if (flag) {
            lock.unlock();
            throw new IllegalStateException();
          }
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void finallyReleasesOnEveryWayOut() {
    assertLocks(
        """
        int method() throws Exception {
          lock.lock();
          try {
            count++; // HELD: lock
            risky();
            if (test()) {
              return 1; // HELD: lock
            }
          } catch (IllegalStateException e) {
            count++; // HELD: lock
          } finally {
            count++; // HELD: lock
            lock.unlock();
            count++; // HELD:
          }
          count++; // HELD:
          return 2; // HELD:
        }
        """);
  }

  @Test
  void acquireInsideTryIsUncertainInFinally() {
    assertLocks(
        """
        void method() {
          try {
            run();
            lock.lock();
            count++; // HELD: lock
          } finally {
            count++; // HELD:
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void acquireThatThrowsHasNotAcquired() {
    assertLocks(
        """
        void method() {
          try {
            lock.lockInterruptibly();
            count++; // HELD: lock
            lock.unlock();
          } catch (InterruptedException e) {
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void acquireWhoseExceptionLeavesIsHeldAfterwards() {
    assertLocks(
        """
        boolean method() {
          try {
            lock.lockInterruptibly();
          } catch (InterruptedException e) {
            count++; // HELD:
            return false;
          }
          count++; // HELD: lock
          lock.unlock();
          return true;
        }
        """);
  }

  @Test
  void releaseInCatchAndOnNormalPath() {
    assertLocks(
        """
        void method() throws Exception {
          lock.lock();
          try {
            risky();
            count++; // HELD: lock
            lock.unlock();
          } catch (IllegalStateException e) {
            count++; // HELD: lock
            lock.unlock();
            throw e; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void catchAfterReleaseDoesNotHold() {
    assertLocks(
        """
        void method() throws Exception {
          lock.lock();
          try {
            lock.unlock();
            risky();
          } catch (IllegalStateException e) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void nestedFinallyBlocksReleaseInOrder() {
    assertLocks(
        """
        int method() throws Exception {
          lock.lock();
          try {
            other.lock();
            try {
              count++; // HELD: lock, other
              risky();
              return count; // HELD: lock, other
            } finally {
              count++; // HELD: lock, other
              other.unlock();
              count++; // HELD: lock
            }
          } finally {
            count++; // HELD: lock
            lock.unlock();
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void finallyInsideFinallyReleases() {
    assertLocks(
        """
        void method() throws Exception {
          lock.lock();
          try {
            risky();
          } finally {
            try {
              risky();
              count++; // HELD: lock
            } finally {
              lock.unlock();
            }
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void resourcesAreClosedBeforeFinally() {
    assertLocks(
        """
        void method() throws Exception {
          lock.lock();
          try (Guard first = guard();
              Guard second = guard()) {
            count++; // HELD: lock
            if (test()) {
              return; // HELD: lock
            }
            lock.lock();
          } catch (IllegalStateException e) {
            count++; // HELD: lock
          } finally {
            lock.unlock();
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void releaseIfHeldReleases() {
    assertLocks(
        """
        void method() throws Exception {
          lock.lock();
          try {
            risky();
            if (test()) {
              lock.unlock();
            }
          } finally {
            if (lock.isHeldByCurrentThread()) {
              count++; // HELD: lock
              lock.unlock();
            }
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void queryWithoutConsequenceNeitherTakesNorEndsAHold() {
    assertLocks(
        """
        void method() {
          lock.isHeldByCurrentThread();
          count++; // HELD:
          lock.lock();
          lock.isHeldByCurrentThread();
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void assertionPromisesThatTheLockIsHeld() {
    assertLocks(
        """
        void method() {
          count++; // HELD:
          assert lock.isHeldByCurrentThread() : "not locked";
          count++; // HELD: lock
        }
        void negated() {
          assert !lock.isHeldByCurrentThread();
          count++; // HELD:
        }
        """);
  }

  @Test
  void guardClausePromisesThatTheLockIsHeld() {
    assertLocks(
        """
        void method() {
          if (!lock.isHeldByCurrentThread()) {
            count++; // HELD:
            throw new IllegalStateException();
          }
          count++; // HELD: lock
        }
        void returning() {
          if (lock.isHeldByCurrentThread()) {
            return; // HELD: lock
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void conditionalExpressionIsABranch() {
    assertLocks(
        """
        void method() {
          lock.lock();
          int first =
              test()
                  ? count // HELD: lock
                  : lock.getHoldCount();
          Object second = test() ? stamped.readLock() : null;
          count++; // HELD: lock
          Object third = test() ? stamped.readLock() : stamped.readLock();
          count++; // HELD: lock, stamped/shared
        }
        """);
  }

  @Test
  void lambdaAndInitialiserAreBodiesOfTheirOwn() {
    assertLocks(
        """
        {
          lock.lock();
          count++; // HELD: lock
          lock.unlock();
          count++; // HELD:
        }

        Runnable task =
            () -> {
              lock.lock();
              count++; // HELD: lock
              lock.unlock();
            };

        void method() {
          lock.lock();
          Runnable inner =
              () -> {
                count++; // HELD:
                other.lock();
                count++; // HELD: other
                other.unlock();
              };
          count++; // HELD: lock
          lock.unlock();
        }
        """);
  }

  @Test
  void unreachableCodeHoldsEverything() {
    assertLocks(
        """
        void method() {
          while (true) {
            if (false) {
              count++; // HELD: lock, other
            }
            lock.lock();
            other.lock();
            count++; // HELD: lock, other
            other.unlock();
            lock.unlock();
          }
        }
        """);
  }
}
