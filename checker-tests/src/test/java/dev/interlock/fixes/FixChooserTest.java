package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** The fix of the other family is shown second. */
final class FixChooserTest {
  private static final String BEFORE =
      """
      class Sample {
        private volatile int hits;

        void hit() {
          hits++;
        }
      }
      """;

  private static final String LOCKED =
      """
      class Sample {
        private final Object lock = new Object();
        private volatile int hits;

        void hit() {
          synchronized (lock) {
            hits++;
          }
        }
      }
      """;

  private static final String ATOMIC =
      """
      import java.util.concurrent.atomic.AtomicInteger;
      class Sample {
        private final AtomicInteger hits = new AtomicInteger();

        void hit() {
          hits.incrementAndGet();
        }
      }
      """;

  @Test
  void lockIsShownBesideTheAtomicVariable() {
    Refactoring.byDefault().turns(BEFORE, ATOMIC);
    Refactoring.byDefault().offersToo(BEFORE, LOCKED);
  }

  @Test
  void atomicVariableIsShownBesideTheLock() {
    Refactoring.preferring("mutex").turns(BEFORE, LOCKED);
    Refactoring.preferring("mutex").offersToo(BEFORE, ATOMIC);
  }
}
