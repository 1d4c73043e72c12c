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
          void close() {
            int old = taken.get(); // before
            if (old >= limit) {
              return;
            }
            taken.set(limit);
            if (old == 0) {
              closed = true;
            }
          }
        """,
        """
          void close() {
            int old;
            do {
              old = taken.get(); // before
              if (old >= limit) {
                return;
              }
            } while (!taken.compareAndSet(old, limit));
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
  void whatMustNotBeDoneTwiceIsNotRepeated() {
    leaves(
        """
          int take(Listener listener) {
            int free = limit - taken.get();
            int granted = listener.asked(free);
            if (granted > 0) {
              taken.set(taken.get() + granted);
            }
            return granted;
          }
        """);
  }

  @Test
  void wayOutOfALoopIsNotPutIntoAnother() {
    leaves(
        """
          void take(int[] wanted) {
            for (int some : wanted) {
              int now = taken.get();
              if (now + some > limit) {
                continue;
              }
              taken.set(now + some);
              closed = now == 0;
            }
          }
        """);
  }

  private static void turns(String before, String after) {
    Refactoring.preferring("atomic").turns(sample(before), sample(after));
  }

  private static void leaves(String code) {
    Refactoring.preferring("atomic").leaves(sample(code));
  }

  private static String sample(String code) {
    return """
        import java.util.concurrent.atomic.AtomicInteger;

        class Sample {
          interface Listener {
            int asked(int free);
          }

          private final AtomicInteger taken = new AtomicInteger();
          private final int limit;
          private volatile boolean closed;

          Sample(int limit) {
            this.limit = limit;
          }

        %s}
        """
        .formatted(code);
  }
}
