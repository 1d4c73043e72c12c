package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;

import org.junit.jupiter.api.Test;

/** Tests of locks that are held in two modes. */
final class SharedLockTest {
  @Test
  void readLockIsShared() {
    assertLocks(
        """
        void method() {
          rw.readLock().lock();
          count++; // HELD: rw/shared
          rw.readLock().unlock();
          rw.writeLock().lock();
          count++; // HELD: rw
          rw.writeLock().unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void downgradedLockStaysShared() {
    assertLocks(
        """
        void method() {
          rw.writeLock().lock(); // section: write
          rw.readLock().lock(); // section: read
          count++; // HELD: rw@read|write
          rw.writeLock().unlock();
          count++; // HELD: rw/shared@read
          rw.readLock().unlock();
          count++; // HELD:
        }
        """);
  }

  @Test
  void upgradeByReleaseIsAnotherSection() {
    assertLocks(
        """
        void method() {
          rw.readLock().lock(); // section: read
          count++; // HELD: rw/shared@read
          rw.readLock().unlock();
          rw.writeLock().lock(); // section: write
          count++; // HELD: rw@write
          rw.writeLock().unlock();
        }
        """);
  }

  @Test
  void sharedOnOnePathIsSharedAfterwards() {
    assertLocks(
        """
        void method() {
          if (test()) {
            rw.readLock().lock();
          } else {
            rw.writeLock().lock();
          }
          count++; // HELD: rw/shared
        }
        """);
  }

  @Test
  void stampTellsWhetherTheLockIsHeld() {
    assertLocks(
        """
        void method() {
          long stamp = stamped.tryWriteLock();
          if (stamp == 0) {
            count++; // HELD:
            return;
          }
          count++; // HELD: stamped
          stamped.unlockWrite(stamp);
          count++; // HELD:
        }
        void notEqual() {
          long stamp = stamped.tryReadLock();
          if (stamp != 0L) {
            count++; // HELD: stamped/shared
            stamped.unlockRead(stamp);
          }
          count++; // HELD:
        }
        void namedConstant() {
          long stamp = stamped.tryWriteLock();
          if (NONE != stamp) {
            count++; // HELD: stamped
          }
        }
        void otherConstant() {
          long stamp = stamped.tryWriteLock();
          if (stamp == 7L) {
            count++; // HELD: stamped
          } else {
            count++; // HELD:
          }
        }
        void inCondition() {
          long stamp;
          while ((stamp = stamped.tryWriteLock()) == 0L) {
            Thread.onSpinWait();
          }
          count++; // HELD: stamped
        }
        void narrowed() {
          if ((int) stamped.tryWriteLock() == 0) {
            return;
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void unlockByStampReleasesEitherMode() {
    assertLocks(
        """
        void method() {
          long stamp = stamped.readLock();
          count++; // HELD: stamped/shared
          stamped.unlock(stamp);
          count++; // HELD:
          stamp = stamped.writeLock();
          count++; // HELD: stamped
          stamped.unlock(stamp);
          count++; // HELD:
        }
        """);
  }

  @Test
  void convertedLockIsExclusiveAndUnbroken() {
    assertLocks(
        """
        void method() {
          long stamp = stamped.readLock(); // section: read
          count++; // HELD: stamped/shared@read
          long converted = stamped.tryConvertToWriteLock(stamp); // section: write
          count++; // HELD: stamped/shared@read|write
          if (converted != 0L) {
            count++; // HELD: stamped@read|write
            stamped.unlockWrite(converted);
            count++; // HELD:
          } else {
            count++; // HELD: stamped/shared@read
            stamped.unlockRead(stamp);
            count++; // HELD:
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void conversionLoopOfTheManual() {
    assertLocks(
        """
        void method() {
          long stamp = stamped.readLock(); // section: read
          try {
            while (
                count == 0) { // HELD: stamped/shared@write
              long converted = stamped.tryConvertToWriteLock(stamp); // section: converted
              if (converted != 0L) {
                stamp = converted;
                count = 1; // HELD: stamped@converted|write
                break;
              } else {
                stamped.unlockRead(stamp);
                count++; // HELD:
                stamp = stamped.writeLock(); // section: write
              }
            }
          } finally {
            stamped.unlock(stamp);
          }
          count++; // HELD:
        }
        """);
  }

  @Test
  void writeQueryIsAboutTheExclusiveMode() {
    assertLocks(
        """
        void method() {
          rw.readLock().lock();
          if (rw.isWriteLockedByCurrentThread()) {
            count++; // HELD: rw
          } else {
            count++; // HELD: rw/shared
          }
        }
        """);
  }
}
