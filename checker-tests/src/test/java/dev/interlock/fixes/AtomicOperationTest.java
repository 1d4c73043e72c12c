package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Two calls on an atomic variable become one. */
final class AtomicOperationTest {

  @Test
  void getThenSetBecomesOneUpdate() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicLong total = new AtomicLong();
              private final AtomicLong smoothed = new AtomicLong();
              private final AtomicLong worst = new AtomicLong();

              void record(long nanos) {
                total.set(total.get() + nanos);

                long before = smoothed.get();
                smoothed.set(before + (nanos - before) / 8);

                if (nanos > worst.get()) {
                  worst.set(nanos);
                }
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicLong total = new AtomicLong();
              private final AtomicLong smoothed = new AtomicLong();
              private final AtomicLong worst = new AtomicLong();

              void record(long nanos) {
                total.addAndGet(nanos);

                smoothed.updateAndGet(current -> current + (nanos - current) / 8);

                worst.accumulateAndGet(nanos, Math::max);
              }
            }
            """);
  }

  @Test
  void checkThenSetBecomesCompareAndSet() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicBoolean warned = new AtomicBoolean();
              private final AtomicInteger phase = new AtomicInteger();
              private final AtomicInteger permits = new AtomicInteger(3);

              boolean acquire() {
                if (!warned.get()) {
                  warned.set(true);
                  System.out.println("first");
                }
                if (phase.get() == 0) phase.set(1);
                if (permits.get() > 0) {
                  permits.decrementAndGet();
                  return true;
                }
                return false;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicBoolean warned = new AtomicBoolean();
              private final AtomicInteger phase = new AtomicInteger();
              private final AtomicInteger permits = new AtomicInteger(3);

              boolean acquire() {
                if (warned.compareAndSet(false, true)) {
                  System.out.println("first");
                }
                phase.compareAndSet(0, 1);
                if (permits.getAndUpdate(current -> current > 0 ? current - 1 : current) > 0) {
                  return true;
                }
                return false;
              }
            }
            """);
  }
}
