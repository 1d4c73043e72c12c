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

  @Test
  void elementsOfAtomicArraysAreUpdatedInOneCall() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicIntegerArray;
            import java.util.concurrent.atomic.AtomicReferenceArray;

            class Sample {
              private final AtomicIntegerArray counts = new AtomicIntegerArray(8);
              private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(8);

              void count(int i) {
                counts.set(i, counts.get(i) + 1);
              }

              void halve(int i) {
                int count = counts.get(i);
                counts.set(i, count / 2);
              }

              int take(int i) {
                int count = counts.get(i);
                counts.set(i, 0);
                return count;
              }

              void name(int i, String name) {
                if (names.get(i) == null) {
                  names.set(i, name);
                }
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicIntegerArray;
            import java.util.concurrent.atomic.AtomicReferenceArray;

            class Sample {
              private final AtomicIntegerArray counts = new AtomicIntegerArray(8);
              private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(8);

              void count(int i) {
                counts.incrementAndGet(i);
              }

              void halve(int i) {
                counts.updateAndGet(i, current -> current / 2);
              }

              int take(int i) {
                int count = counts.getAndSet(i, 0);
                return count;
              }

              void name(int i, String name) {
                names.compareAndSet(i, null, name);
              }
            }
            """);
  }

  @Test
  void adderIsReadAndResetInOneCall() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.LongAdder;

            class Sample {
              private final LongAdder hits = new LongAdder();

              void start(Executor pool) {
                pool.execute(hits::increment);
                pool.execute(() -> print(perSecond(9)));
                pool.execute(() -> print(perSecond(7)));
              }

              long perSecond(long seconds) {
                // since the last call
                long sum = hits.sum();
                hits.reset();
                return sum / seconds;
              }

              void print(long rate) {}
            }
            """,
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.LongAdder;

            class Sample {
              private final LongAdder hits = new LongAdder();

              void start(Executor pool) {
                pool.execute(hits::increment);
                pool.execute(() -> print(perSecond(9)));
                pool.execute(() -> print(perSecond(7)));
              }

              long perSecond(long seconds) {
                // since the last call
                long sum = hits.sumThenReset();
                return sum / seconds;
              }

              void print(long rate) {}
            }
            """);
  }

  @Test
  void methodMayHaveTheNameOfTheParameter() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.ThreadLocalRandom;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger seed = new AtomicInteger();

              int next() {
                seed.set(seed.get() * 31 + 7);
                return ThreadLocalRandom.current().nextInt();
              }
            }
            """,
            """
            import java.util.concurrent.ThreadLocalRandom;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger seed = new AtomicInteger();

              int next() {
                seed.updateAndGet(current -> current * 31 + 7);
                return ThreadLocalRandom.current().nextInt();
              }
            }
            """);
  }

  @Test
  void stateIsSwappedWhenAllOfTheConditionHolds() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              enum State { CLOSED, OPEN, HALF_OPEN }

              private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);
              private volatile long openUntil;

              boolean permits(long now) {
                if (state.get() == State.OPEN && now >= openUntil) {
                  state.set(State.HALF_OPEN);
                  return true;
                }
                return state.get() == State.CLOSED;
              }

              boolean refuses(long now) {
                if (state.get() != State.OPEN || now < openUntil) {
                  return false;
                }
                state.set(State.HALF_OPEN);
                return true;
              }

              void look(long now) {
                if (state.get() == State.OPEN && now >= openUntil) {
                  state.set(State.HALF_OPEN);
                }
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              enum State { CLOSED, OPEN, HALF_OPEN }

              private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);
              private volatile long openUntil;

              boolean permits(long now) {
                if (state.get() == State.OPEN && now >= openUntil
                    && state.compareAndSet(State.OPEN, State.HALF_OPEN)) {
                  return true;
                }
                return state.get() == State.CLOSED;
              }

              boolean refuses(long now) {
                if (state.get() != State.OPEN || now < openUntil
                    || !state.compareAndSet(State.OPEN, State.HALF_OPEN)) {
                  return false;
                }
                return true;
              }

              void look(long now) {
                if (state.get() == State.OPEN && now >= openUntil) {
                  state.compareAndSet(State.OPEN, State.HALF_OPEN);
                }
              }
            }
            """);
  }

  @Test
  void oldLookThatDecidesAboutMovingOnBecomesMaximum() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicLong read = new AtomicLong();
              private final AtomicLong written = new AtomicLong();

              void advance(long point) {
                while (true) {
                  long before = read.get();
                  long now = written.get();
                  if (now >= point || written.compareAndSet(now, point)) {
                    if (before < point) {
                      read.set(point);
                    }
                    return;
                  }
                }
              }
            }
            """,
            """

            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicLong read = new AtomicLong();
              private final AtomicLong written = new AtomicLong();

              void advance(long point) {
                while (true) {
                  long now = written.get();
                  if (now >= point || written.compareAndSet(now, point)) {
                    read.accumulateAndGet(point, Math::max);
                    return;
                  }
                }
              }
            }
            """);
  }
}
