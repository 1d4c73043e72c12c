package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;

import org.junit.jupiter.api.Test;

/** Tests of locks around loops, switches and jumps. */
final class JumpTest {
  @Test
  void lockAroundALoopIsHeldInIt() {
    assertLocks(
        """
        void method() {
          lock.lock();
          for (int i = 0; i < 3; i++) {
            count++; // HELD: lock
          }
          for (int each : counts) {
            count += each; // HELD: lock
          }
          for (Object each : List.of()) {
            count++; // HELD: lock
          }
          while (test()) {
            count++; // HELD: lock
          }
          do {
            count++; // HELD: lock
          } while (test());
          lock.unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void lockInsideALoopIsHeldPerIteration() {
    assertLocks(
        """
        void method() {
          while (test()) {
            count++; // HELD:
            lock.lock();
            try {
              count++; // HELD: lock
              if (flag) {
                continue; // HELD: lock
              }
              if (count == 3) {
                break; // HELD: lock
              }
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
  void releaseInsideALoopEndsTheHoldOfTheNextIteration() {
    assertLocks(
        """
        void method() {
          lock.lock();
          while (test()) {
            count++; // HELD:
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void releaseAndRetakeInsideALoopKeepsTheHold() {
    assertLocks(
        """
        void method() {
          lock.lock();
          while (test()) {
            count++; // HELD: lock
            lock.unlock();
            count++; // HELD:
            lock.lock();
          }
          count++; // HELD: lock
          lock.unlock();
        }
        """);
  }

  @Test
  void breakWithTheLockHoldsAfterAnEndlessLoop() {
    assertLocks(
        """
        void method() {
          while (true) {
            lock.lock();
            if (test()) {
              break;
            }
            lock.unlock();
          }
          count++; // HELD: lock
        }
        void endlessFor() {
          for (; ; ) {
            if (lock.tryLock()) {
              break;
            }
          }
          count++; // HELD: lock
        }
        void endlessDo() {
          do {
            if (lock.tryLock()) {
              break;
            }
          } while (true);
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void breakWithoutTheLockDoesNotHold() {
    assertLocks(
        """
        void method() {
          while (true) {
            if (test()) {
              break;
            }
            lock.lock();
            if (flag) {
              break;
            }
            lock.unlock();
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void labelledJumpsLeaveTheRightLoop() {
    assertLocks(
        """
        void method() {
          outer:
          for (int i = 0; i < 3; i++) {
            count++; // HELD:
            lock.lock();
            for (int j = 0; j < 3; j++) {
              count++; // HELD: lock
              if (test()) {
                lock.unlock();
                continue outer; // HELD:
              }
              if (flag) {
                break outer; // HELD: lock
              }
              if (count == 3) {
                break;
              }
            }
            count++; // HELD: lock
            lock.unlock();
          }
          count++; // HELD:
        }
        void onlyWayOut() {
          outer:
          while (true) {
            lock.lock();
            while (true) {
              if (test()) {
                break outer;
              }
            }
          }
          count++; // HELD: lock
        }
        """);
  }

  @Test
  void labelledBlockJoinsItsBreaks() {
    assertLocks(
        """
        void method() {
          block:
          {
            lock.lock();
            if (test()) {
              break block;
            }
            count++; // HELD: lock
          }
          count++; // HELD: lock
        }
        void released() {
          block:
          {
            lock.lock();
            if (test()) {
              lock.unlock();
              break block;
            }
            count++; // HELD: lock
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void labelledJumpsRunFinallyBlocks() {
    assertLocks(
        """
        void method() {
          outer:
          while (test()) {
            count++; // HELD:
            lock.lock();
            try {
              while (test()) {
                other.lock();
                try {
                  if (flag) {
                    continue outer; // HELD: lock, other
                  }
                  if (count == 1) {
                    break outer; // HELD: lock, other
                  }
                } finally {
                  other.unlock();
                }
                count++; // HELD: lock
              }
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
  void switchJoinsItsCases() {
    assertLocks(
        """
        void method(int kind) {
          switch (kind) {
            case 0:
              lock.lock();
              count++; // HELD: lock
              break;
            case 1:
              lock.lock();
              break;
            default:
              return;
          }
          count++; // HELD: lock
        }
        void withoutDefault(int kind) {
          switch (kind) {
            case 0:
              lock.lock();
              break;
            case 1:
              lock.lock();
              break;
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void defaultInTheMiddleFallsThrough() {
    assertLocks(
        """
        void method(int kind) {
          lock.lock();
          switch (kind) {
            default:
              lock.unlock();
            case 1:
              count++; // HELD:
              break;
            case 2:
              count++; // HELD: lock
          }
        }
        """);
  }

  @Test
  void handlerIsEnteredByItsKindOfExceptionAlone() {
    assertLocks(
        """
        void declared() throws Exception {
          lock.lock();
          try {
            Thread.sleep(1);
            lock.unlock();
            run();
          } catch (InterruptedException e) {
            count++; // HELD: lock
            lock.unlock();
          } catch (RuntimeException e) {
            count++; // HELD:
          }
        }
        void either() throws Exception {
          try {
            lock.lockInterruptibly();
            risky();
          } catch (InterruptedException | IllegalStateException e) {
            count++; // HELD:
          }
        }
        """);
  }

  @Test
  void switchFallsThrough() {
    assertLocks(
        """
        void method(int kind) {
          switch (kind) {
            case 0:
              lock.lock();
            case 1:
              count++; // HELD:
              break;
            default:
              break;
          }
        }
        void held(int kind) {
          lock.lock();
          switch (kind) {
            case 0:
              count++; // HELD: lock
            case 1:
              count++; // HELD: lock
              lock.unlock();
            default:
              count++; // HELD:
          }
        }
        """);
  }

  @Test
  void arrowSwitchJoinsItsRules() {
    assertLocks(
        """
        enum Kind { A, B }
        void method(Kind kind) {
          switch (kind) {
            case A -> lock.lock();
            case B -> {
              run();
              lock.lock();
              count++; // HELD: lock
            }
            default -> throw new IllegalStateException();
          }
          count++; // HELD: lock
        }
        int expression(Kind kind) {
          int result =
              switch (kind) {
                case A -> {
                  lock.lock();
                  yield count; // HELD: lock
                }
                case B -> 3;
              };
          return result; // HELD:
        }
        """);
  }

  @Test
  void patternsAndOtherNewJavaAreUnderstood() {
    assertLocks(
        """
        record Point(int x, int y) {}
        void method(Object object) {
          lock.lock();
          if (object instanceof Point point && point.x() > 0) {
            count++; // HELD: lock
          }
          var list = new ArrayList<String>();
          list.forEach(each -> run());
          list.removeIf(String::isEmpty);
          String text = \"""
              text \""" + count;
          int[][] numbers = {{1, 2}, {3}};
          numbers[0][1] += list.size();
          Object anonymous =
              new Object() {
                int field = count;
              };
          synchronized (this) {
            count++; // HELD: lock
          }
          count++; // HELD: lock
          lock.unlock();
        }
        """);
  }

  @Test
  void earlyReturnsWithTheLockDoNotMatterBelow() {
    assertLocks(
        """
        int method() {
          lock.lock();
          if (test()) {
            lock.unlock();
            return 1; // HELD:
          }
          if (flag) {
            return 2; // HELD: lock
          }
          lock.unlock();
          return 3; // HELD:
        }
        """);
  }
}
