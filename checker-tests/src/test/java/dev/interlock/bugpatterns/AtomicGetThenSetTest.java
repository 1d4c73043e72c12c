package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Atomic variables used in two steps, and in one. */
final class AtomicGetThenSetTest {

  @Test
  void setOfAValueComputedFromGet() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.AtomicReference;

            class AdCounters {
              private final AtomicInteger shown = new AtomicInteger();
              private final AtomicLong smoothed = new AtomicLong();
              private final AtomicReference<String> trail = new AtomicReference<>("");

              void show(String ad, long nanos) {
                shown.set(shown.get() + 1); // BUG: AtomicGetThenSet
                long before = smoothed.get();
                smoothed.set(before + (nanos - before) / 8); // BUG: AtomicGetThenSet
                trail.set(trail.get() + ad); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void orderedWriteByTasksThatRunInParallel() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicLong;

            class Progress {
              private final AtomicLong bytes = new AtomicLong();

              void received(ExecutorService downloads, long more) {
                downloads.execute(() -> bytes.lazySet(bytes.get() + more)); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void orderedWriteAloneTellsOfASingleWriter() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Progress {
              private final AtomicLong bytes = new AtomicLong();

              void received(long more) {
                bytes.lazySet(bytes.get() + more);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneCallThatReadsAndWrites() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.AtomicReference;

            class AdCounters {
              private final AtomicInteger shown = new AtomicInteger();
              private final AtomicLong smoothed = new AtomicLong();
              private final AtomicReference<String> trail = new AtomicReference<>("");

              void show(String ad, long nanos) {
                shown.incrementAndGet();
                smoothed.updateAndGet(before -> before + (nanos - before) / 8);
                trail.accumulateAndGet(ad, String::concat);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkThatDecidesAboutSet() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;

            class Elevator {
              private final AtomicBoolean started = new AtomicBoolean();
              private final AtomicInteger highest = new AtomicInteger();

              void start(Runnable motor) {
                if (!started.get()) {
                  started.set(true); // BUG: AtomicGetThenSet
                  motor.run();
                }
              }

              void visit(int floor) {
                if (floor > highest.get()) {
                  highest.set(floor); // BUG: AtomicGetThenSet
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void setOfAValueThatWasNotRead() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Display {
              private final AtomicInteger shown = new AtomicInteger();

              void show(int number) {
                shown.set(number);
              }

              void reset() {
                System.out.println(shown.get());
                shown.set(0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void twoStepsUnderOneLockThatAllHold() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Display {
              private final AtomicInteger shown = new AtomicInteger();

              synchronized void next() {
                shown.set(shown.get() + 1);
              }

              synchronized void back() {
                shown.set(shown.get() - 1);
              }

              int shown() {
                return shown.get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicVariableThatOnlyOneThreadUses() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.atomic.AtomicInteger;

            class Lines {
              int longest(List<String> lines) {
                AtomicInteger longest = new AtomicInteger();
                lines.forEach(line -> longest.set(Math.max(longest.get(), line.length())));
                return longest.get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepsMayBeMethodsOfAnotherClass() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Balance {
              private final AtomicLong cents = new AtomicLong();

              long cents() {
                return cents.get();
              }

              void become(long newCents) {
                cents.set(newCents);
              }

              long add(long more) {
                return cents.addAndGet(more);
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Bank {
              private final Balance balance = new Balance();

              void pay(ExecutorService tellers, long cents) {
                tellers.execute(
                    () -> balance.become(balance.cents() + cents)); // BUG: AtomicGetThenSet
              }

              void paySafely(ExecutorService tellers, long cents) {
                tellers.execute(() -> balance.add(cents));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void fieldUpdater() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

            class Node {
              private static final AtomicIntegerFieldUpdater<Node> HITS =
                  AtomicIntegerFieldUpdater.newUpdater(Node.class, "hits");
              volatile int hits;

              void hit() {
                HITS.set(this, HITS.get(this) + 1); // BUG: AtomicGetThenSet
              }

              void hitSafely() {
                HITS.incrementAndGet(this);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void busyWaitForAFlagThatIsThenSet() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Crane {
              private final AtomicBoolean busy = new AtomicBoolean();
              private final AtomicBoolean taken = new AtomicBoolean();
              private int lifts;

              void lift(ExecutorService drivers) {
                drivers.execute(
                    () -> {
                      while (busy.get()) {
                        Thread.onSpinWait();
                      }
                      busy.set(true); // BUG: AtomicGetThenSet
                      busy.set(false);
                    });
              }

              void liftSafely(ExecutorService drivers) {
                drivers.execute(
                    () -> {
                      while (taken.getAndSet(true)) {
                        Thread.onSpinWait();
                      }
                      lifts++;
                      taken.set(false);
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void twoVariablesOfWhichEachIsCheckedBeforeTheOtherIsSet() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Band {
              private final AtomicInteger low = new AtomicInteger(0);
              private final AtomicInteger high = new AtomicInteger(10);

              void raise(int price) {
                if (price > high.get()) {
                  throw new IllegalArgumentException();
                }
                low.set(price); // BUG: AtomicGetThenSet
              }

              void lower(int price) {
                if (price < low.get()) {
                  throw new IllegalArgumentException();
                }
                high.set(price); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void variableThatIsSetAfterALookAtAnotherOneThatIsNeverCheckedAgainstIt() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Band {
              private final AtomicInteger limit = new AtomicInteger(10);
              private final AtomicInteger last = new AtomicInteger();
              private final AtomicInteger low = new AtomicInteger(0);
              private final AtomicInteger high = new AtomicInteger(10);

              void seen(int price) {
                if (price <= limit.get()) {
                  last.set(price);
                }
              }

              void limit(int price) {
                limit.set(price);
              }

              synchronized void raise(int price) {
                if (price <= high.get()) {
                  low.set(price);
                }
              }

              synchronized void lower(int price) {
                if (price >= low.get()) {
                  high.set(price);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void functionDecidesAgain() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Fallback {
              private final AtomicReference<String> name = new AtomicReference<>();
              private final AtomicInteger used = new AtomicInteger();

              String name() {
                String known = name.get();
                if (known == null) {
                  known = name.updateAndGet(n -> n == null ? "fallback" : n);
                }
                return known;
              }

              void use(int limit) {
                if (used.get() < limit) {
                  used.updateAndGet(n -> n + 1); // BUG: AtomicGetThenSet
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void functionDecidesBySomethingElse() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Permits {
              private final AtomicInteger used = new AtomicInteger();

              void use(int limit, boolean twice) {
                if (used.get() < limit) {
                  used.updateAndGet(n -> twice ? n + 2 : n + 1); // BUG: AtomicGetThenSet
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void setInThePlaceOfAnExchangeThatFailed() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Labels {
              private final AtomicReference<String> text = new AtomicReference<>("");

              void append(String more) {
                String before = text.get();
                String after = before + more;
                if (!text.compareAndSet(before, after)) {
                  text.set(after); // BUG: AtomicGetThenSet
                }
              }

              void appendSafely(String more) {
                String before;
                do {
                  before = text.get();
                } while (!text.compareAndSet(before, before + more));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void orderedWriteBesideExchangesOfOthers() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

            class Buffer {
              private static final AtomicIntegerFieldUpdater<Buffer> COUNT =
                  AtomicIntegerFieldUpdater.newUpdater(Buffer.class, "count");

              private volatile int count = 1;

              void retain(int more) {
                int before = COUNT.get(this);
                if (before <= 0) {
                  throw new IllegalStateException();
                }
                COUNT.lazySet(this, before + more); // BUG: AtomicGetThenSet
              }

              boolean release() {
                for (; ; ) {
                  int before = count;
                  if (COUNT.compareAndSet(this, before, before - 1)) {
                    return before == 1;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void orderedWriteBesideOthers() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Cursor {
              private final AtomicLong position = new AtomicLong();
              private final AtomicLong own = new AtomicLong();

              void next() {
                position.incrementAndGet();
                own.lazySet(own.get() + 1);
              }

              void skip(long steps) {
                position.lazySet(position.get() + steps); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
