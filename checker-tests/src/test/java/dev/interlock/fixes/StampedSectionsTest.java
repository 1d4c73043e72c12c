package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Sections of a lock that gives stamps. */
final class StampedSectionsTest {

  @Test
  void optimisticLookMovesToTheWrite() {
    Refactoring.byDefault()
        .turns(
            sample(
                """
                  void move(double by) {
                    long stamp = stamps.tryOptimisticRead();
                    double now = east; // metres
                    if (!stamps.validate(stamp)) {
                      stamp = stamps.readLock();
                      try {
                        now = east;
                      } finally {
                        stamps.unlockRead(stamp);
                      }
                    }
                    stamp = stamps.writeLock();
                    try {
                      east = now + by;
                    } finally {
                      stamps.unlockWrite(stamp);
                    }
                  }
                """),
            sample(
                """
                  void move(double by) {
                    long stamp = stamps.writeLock();
                    try {
                      double now = east; // metres
                      east = now + by;
                    } finally {
                      stamps.unlockWrite(stamp);
                    }
                  }
                """));
  }

  @Test
  void whatComesOfTheLookMovesAlongAndIsDeclaredForThoseAfter() {
    Refactoring.byDefault()
        .turns(
            sample(
                """
                  long round() {
                    long stamp = stamps.readLock();
                    double was;
                    try {
                      was = east;
                    } finally {
                      stamps.unlockRead(stamp);
                    }
                    long kept = Math.round(was);
                    stamp = stamps.writeLock();
                    try {
                      east = was - kept;
                    } finally {
                      stamps.unlockWrite(stamp);
                    }
                    return kept;
                  }
                """),
            sample(
                """
                  long round() {
                    double was;
                    long kept;
                    long stamp = stamps.writeLock();
                    try {
                      was = east;
                      kept = Math.round(was);
                      east = was - kept;
                    } finally {
                      stamps.unlockWrite(stamp);
                    }
                    return kept;
                  }
                """));
  }

  @Test
  void callBetweenTheSectionsIsNotMadeUnderTheStamp() {
    Refactoring.byDefault()
        .leaves(
            sample(
                """
                  void move(java.util.function.DoubleUnaryOperator wind) {
                    long stamp = stamps.readLock();
                    double was;
                    try {
                      was = east;
                    } finally {
                      stamps.unlockRead(stamp);
                    }
                    double next = wind.applyAsDouble(was);
                    stamp = stamps.writeLock();
                    try {
                      east = next;
                    } finally {
                      stamps.unlockWrite(stamp);
                    }
                  }
                """));
  }

  private static String sample(String code) {
    return """
        import java.util.concurrent.locks.StampedLock;

        class Sample {
          private final StampedLock stamps = new StampedLock();
          private double east;

          double east() {
            long stamp = stamps.readLock();
            try {
              return east;
            } finally {
              stamps.unlockRead(stamp);
            }
          }

          void reset() {
            long stamp = stamps.writeLock();
            try {
              east = 0;
            } finally {
              stamps.unlockWrite(stamp);
            }
          }

        %s}
        """
        .formatted(code);
  }
}
