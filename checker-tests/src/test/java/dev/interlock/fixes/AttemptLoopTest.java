package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Updates that are repeated until no other thread comes in between. */
final class AttemptLoopTest {

  @Test
  void lookWithSeveralStepsIsRepeatedUntilItHolds() {
    turns(
        """
          int take(int wanted) {
            int free = limit - taken.get();
            int granted = Math.min(free, wanted);
            if (granted > 0) {
              taken.set(taken.get() + granted);
            }
            return granted;
          }
        """,
        """
          int take(int wanted) {
            int current;
            int granted;
            do {
              current = taken.get();
              int free = limit - current;
              granted = Math.min(free, wanted);
            } while (granted > 0 && !taken.compareAndSet(current, current + granted));
            return granted;
          }
        """);
  }

  @Test
  void valueThatIsNeededAfterwardsIsTheOneThatWasReplaced() {
    turns(
        """
          void close(int floor) {
            int old = taken.get(); // before
            int next = Math.max(old - limit, floor);
            if (next > limit) {
              return;
            }
            taken.set(next);
            if (old == 0) {
              closed = true;
            }
          }
        """,
        """
          void close(int floor) {
            int old;
            int next;
            do {
              old = taken.get(); // before
              next = Math.max(old - limit, floor);
              if (next > limit) {
                return;
              }
            } while (!taken.compareAndSet(old, next));
            if (old == 0) {
              closed = true;
            }
          }
        """);
  }

  @Test
  void attemptWhoseFailureNobodySeesIsRepeated() {
    turns(
        """
          void decay(int by) {
            int old = taken.get();
            int next = (int) Math.round(old * 0.9 + by);
            taken.compareAndSet(old, next);
          }
        """,
        """
          void decay(int by) {
            int old;
            int next;
            do {
              old = taken.get();
              next = (int) Math.round(old * 0.9 + by);
            } while (!taken.compareAndSet(old, next));
          }
        """);
  }

  @Test
  void whatMustNotBeDoneTwiceIsLockedInstead() {
    locks(
        """
          int take() {
            int free = limit - taken.get();
            int granted = ask(free);
            if (granted > 0) {
              taken.set(taken.get() + granted);
            }
            return granted;
          }
        """,
        """
          int take() {
            int granted;
            synchronized (lock) {
              int free = limit - taken.get();
              granted = ask(free);
              if (granted > 0) {
                taken.set(taken.get() + granted);
              }
            }
            return granted;
          }
        """);
  }

  @Test
  void wayOutOfALoopIsNotPutIntoAnother() {
    locks(
        """
          void take(int[] wanted) {
            for (int some : wanted) {
              int now = taken.get();
              int next = Math.max(now - some, limit);
              if (next > 3 * limit) {
                continue;
              }
              taken.set(next);
              closed = now == 0;
            }
          }
        """,
        """
          void take(int[] wanted) {
            for (int some : wanted) {
              int now;
              synchronized (lock) {
                now = taken.get();
                int next = Math.max(now - some, limit);
                if (next > 3 * limit) {
                  continue;
                }
                taken.set(next);
              }
              closed = now == 0;
            }
          }
        """);
  }

  private static void turns(String before, String after) {
    Refactoring.preferring("atomic").turns(sample("", before), sample("", after));
  }

  private static void locks(String before, String after) {
    Refactoring.preferring("atomic")
        .turns(sample("", before), sample("  private final Object lock = new Object();\n", after));
  }

  private static String sample(String lock, String code) {
    return """
        import java.util.concurrent.atomic.AtomicInteger;

        class Sample {
        %s  private final AtomicInteger taken = new AtomicInteger();
          private final AtomicInteger asked = new AtomicInteger();
          private final int limit;
          private volatile boolean closed;

          Sample(int limit) {
            this.limit = limit;
          }

          private int ask(int free) {
            return free / asked.incrementAndGet();
          }

        %s}
        """
        .formatted(lock, code);
  }
}
