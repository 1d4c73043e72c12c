package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;

import org.junit.jupiter.api.Test;

/** Tests of acquisitions whose result says whether they acquired. */
final class TryLockTest {
  @Test
  void tryLockHoldsWhereItsResultIsTrue() {
    assertLocks(
        """
        void method() {
          if (lock.tryLock()) {
            count++; // HELD: lock
          } else {
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void ignoredResultHoldsNothing() {
    assertLocks(
        """
        void method() {
          lock.tryLock();
          count++; // HELD:
          boolean unused = lock.tryLock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void negatedResultWithEarlyReturn() {
    assertLocks(
        """
        boolean method() {
          if (!lock.tryLock()) {
            count++; // HELD:
            return false;
          }
          try {
            count++; // HELD: lock
            return true;
          } finally {
            lock.unlock();
          }
        }
        boolean wrongWayRound() {
          if (lock.tryLock()) {
            return false; // HELD: lock
          }
          count++; // HELD:
          return true;
        }
        """);
  }

  @Test
  void spinningHoldsAfterTheLoop() {
    assertLocks(
        """
        void method() {
          while (!lock.tryLock()) {
            Thread.onSpinWait(); // HELD:
          }
          count++; // HELD: lock
          lock.unlock();
        }
        void doWhile() {
          boolean got;
          do {
            got = lock.tryLock();
          } while (!got);
          count++; // HELD: lock
        }
        void wrongWayRound() {
          while (lock.tryLock()) {
            count++; // HELD: lock
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void resultInLocalVariable() {
    assertLocks(
        """
        boolean method() {
          boolean got = lock.tryLock();
          count++; // HELD:
          if (!got) {
            return false; // HELD:
          }
          count++; // HELD: lock
          lock.unlock();
          return true;
        }
        void copied() {
          boolean got = lock.tryLock();
          final boolean same = got;
          boolean opposite = !same;
          if (!opposite) {
            count++; // HELD: lock
          }
          if (opposite) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void overwrittenVariableSaysNothing() {
    assertLocks(
        """
        void method() {
          boolean got = lock.tryLock();
          got = test();
          if (got) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void releasedLockIsNotHeldThoughItsVariableIsTrue() {
    assertLocks(
        """
        void method() {
          boolean got = lock.tryLock();
          if (got) {
            count++; // HELD: lock
            lock.unlock();
          }
          if (got) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void variableRemembersAcrossOtherBranches() {
    assertLocks(
        """
        void method() throws Exception {
          boolean got = false;
          try {
            run();
            got = lock.tryLock(1, TimeUnit.SECONDS);
            if (got) {
              count++; // HELD: lock
            }
            risky();
          } finally {
            count++; // HELD:
            if (got) {
              count++; // HELD: lock
              lock.unlock();
            }
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void variableInitialisedTrueSaysNothing() {
    assertLocks(
        """
        void method() {
          boolean got = true;
          if (test()) {
            got = lock.tryLock();
          }
          if (got) {
            count++; // HELD:
          }
        }
        void initialisedFalse() {
          boolean got = false;
          if (test()) {
            got = lock.tryLock();
          }
          if (got) {
            count++; // HELD: lock
          }
        }
        """);
  }

  @Test
  void equalConditionsAroundABlock() {
    assertLocks(
        """
        void method(boolean needsLock) {
          if (needsLock) {
            lock.lock();
          }
          count++; // HELD:
          if (needsLock) {
            count++; // HELD: lock
            lock.unlock();
          } else {
            count++; // HELD:
          }
          count++; // HELD:
        }
        void oppositeConditions(boolean isHeld) {
          if (!isHeld) {
            lock.lock();
          }
          if (isHeld) {
            count++; // HELD:
          } else {
            count++; // HELD: lock
          }
        }
        """);
  }

  @Test
  void conjunctionHoldsBothLocks() {
    assertLocks(
        """
        void method() {
          if (lock.tryLock() && other.tryLock()) {
            count++; // HELD: lock, other
          } else {
            count++; // HELD:
          }
          if (lock.tryLock() && test()) {
            count++; // HELD: lock
          }
          if (test() && lock.tryLock()) {
            count++; // HELD: lock
          }
        }
        void bitwise() {
          if (lock.tryLock() & other.tryLock()) {
            count++; // HELD: lock, other
          }
        }
        void inVariable() {
          boolean both = lock.tryLock() && other.tryLock();
          if (both) {
            count++; // HELD: lock, other
          } else {
            count++; // HELD:
          }
        }
        void accumulated() {
          boolean both = lock.tryLock();
          both &= other.tryLock();
          if (both) {
            count++; // HELD: lock, other
          }
        }
        """);
  }

  @Test
  void rightOperandOfConjunctionIsEvaluatedUnderTheLeft() {
    assertLocks(
        """
        void method() {
          boolean result =
              lock.tryLock()
                  && // the line below is a tree of its own
                  test(); // HELD: lock
          boolean disjunction =
              other.tryLock()
                  || // the line below is a tree of its own
                  test(); // HELD:
        }
        """);
  }

  @Test
  void disjunctionHoldsWhenFalseOnly() {
    assertLocks(
        """
        void method() {
          if (lock.tryLock() || test()) {
            count++; // HELD:
          }
          if (!lock.tryLock() || test()) {
            count++; // HELD:
          } else {
            count++; // HELD: lock
          }
          if (test() || !lock.tryLock()) {
            return;
          }
          count++; // HELD: lock
        }
        void bitwise() {
          if (!lock.tryLock() | !other.tryLock()) {
            count++; // HELD:
          } else {
            count++; // HELD: lock, other
          }
        }
        """);
  }

  @Test
  void disjunctionOfTwoAttemptsAtOneLockHolds() {
    assertLocks(
        """
        void method() throws Exception {
          if (lock.tryLock() || lock.tryLock(1, TimeUnit.SECONDS)) {
            count++; // HELD: lock
          } else {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void comparisonWithLiteral() {
    assertLocks(
        """
        void method() throws Exception {
          if (lock.tryLock(1, TimeUnit.SECONDS) == false) {
            count++; // HELD:
            return;
          }
          count++; // HELD: lock
          lock.unlock();
          if (lock.tryLock() == true) {
            count++; // HELD: lock
            lock.unlock();
          }
          if (true != lock.tryLock()) {
            count++; // HELD:
          } else {
            count++; // HELD: lock
            lock.unlock();
          }
          if ((lock.tryLock()) == (false)) {
            return;
          }
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void assignmentInsideCondition() {
    assertLocks(
        """
        void method() {
          boolean got;
          if (got = lock.tryLock()) {
            count++; // HELD: lock
          }
          if (!(got = other.tryLock())) {
            return;
          }
          count++; // HELD: other
        }
        """);
  }

  @Test
  void conditionalExpressionBetweenAttempts() {
    assertLocks(
        """
        void method(long timeout) throws Exception {
          boolean got = timeout > 0 ? lock.tryLock(timeout, TimeUnit.SECONDS) : lock.tryLock();
          if (got) {
            count++; // HELD: lock
            lock.unlock();
          }
          if (test() ? lock.tryLock() : false) {
            count++; // HELD: lock
            lock.unlock();
          }
          if (test() ? lock.tryLock() : true) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void switchExpressionBetweenAttempts() {
    assertLocks(
        """
        void method(int kind) throws Exception {
          boolean got =
              switch (kind) {
                case 0 -> lock.tryLock();
                case 1 -> lock.tryLock(1, TimeUnit.SECONDS);
                default -> false;
              };
          if (got) {
            count++; // HELD: lock
          } else {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void boxedResult() {
    assertLocks(
        """
        void method() {
          Boolean got = lock.tryLock();
          if (got) {
            count++; // HELD: lock
          } else {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void attemptThatThrowsHasNotAcquired() {
    assertLocks(
        """
        void method() {
          try {
            if (!lock.tryLock(1, TimeUnit.SECONDS)) {
              return;
            }
          } catch (InterruptedException e) {
            count++; // HELD:
            return;
          }
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void compareAndSetOfAPhaseIsALock() {
    assertLocks(
        """
        void method() {
          if (phase.compareAndSet(IDLE, RUNNING)) {
            try {
              count++; // HELD: phase
            } finally {
              phase.set(IDLE);
            }
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void fieldIsNoWitness() {
    assertLocks(
        """
        void method() {
          flag = lock.tryLock();
          if (flag) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void queryInLocalVariable() {
    assertLocks(
        """
        void method() {
          boolean owned = lock.isHeldByCurrentThread();
          count++; // HELD:
          if (owned) {
            count++; // HELD: lock
          } else {
            lock.lock();
          }
          count++; // HELD: lock
          if (!owned) {
            lock.unlock();
            count++; // HELD:
          }
        }
        """);
  }
}
