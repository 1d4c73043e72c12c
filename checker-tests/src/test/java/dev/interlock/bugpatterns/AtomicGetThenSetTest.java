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
  void compareAndSetWhoseResultDecides() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;

            class Elevator {
              private final AtomicBoolean started = new AtomicBoolean();
              private final AtomicInteger highest = new AtomicInteger();

              void start(Runnable motor) {
                if (started.compareAndSet(false, true)) {
                  motor.run();
                }
              }

              void visit(int floor) {
                int before = highest.get();
                while (floor > before && !highest.compareAndSet(before, floor)) {
                  before = highest.get();
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
  void exchangeWhoseResultIsIgnored() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Auction {
              private final AtomicInteger bids = new AtomicInteger();
              private final AtomicLong highest = new AtomicLong();

              void bid(ExecutorService bidders, long cents) {
                bidders.execute(
                    () -> {
                      int before = bids.get();
                      bids.compareAndSet(before, before + 1); // BUG: AtomicGetThenSet
                      long best = highest.get();
                      if (cents > best) {
                        highest.compareAndSet(best, cents); // BUG: AtomicGetThenSet
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void exchangeThatIsTriedAgainOrWhoseFailureDoesNotMatter() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Auction {
              private final AtomicInteger bids = new AtomicInteger();
              private final AtomicBoolean closed = new AtomicBoolean();
              private final AtomicReference<String> winner = new AtomicReference<>();

              void bid(ExecutorService bidders, String name) {
                bidders.submit(() -> tryBid());
                bidders.execute(
                    () -> {
                      while (bids.get() < 10) {
                        int before = bids.get();
                        bids.compareAndSet(before, before + 1);
                      }
                      closed.compareAndSet(false, true);
                      winner.compareAndSet(null, name);
                    });
              }

              private boolean tryBid() {
                int before = bids.get();
                return bids.compareAndSet(before, before + 1);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void variableThatIsReadOutAndThenResetWhileOthersAddToIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.LongAdder;
            import java.util.function.LongConsumer;

            class Turnstile {
              private final LongAdder people = new LongAdder();
              private final AtomicLong children = new AtomicLong();

              void open(ExecutorService gates) {
                gates.execute(people::increment);
                gates.execute(children::incrementAndGet);
              }

              void report(ScheduledExecutorService clock, LongConsumer sink) {
                clock.scheduleAtFixedRate(
                    () -> {
                      sink.accept(people.sum());
                      people.reset(); // BUG: AtomicGetThenSet
                      long now = children.get();
                      children.set(0); // BUG: AtomicGetThenSet
                      sink.accept(now);
                    },
                    1,
                    1,
                    TimeUnit.MINUTES);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void variableThatIsReadAndResetInOneCallOrWhenNobodyAdds() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.LongAdder;
            import java.util.function.LongConsumer;

            class Turnstile {
              private final LongAdder people = new LongAdder();
              private final AtomicLong children = new AtomicLong();

              void open(ExecutorService gates) {
                gates.execute(people::increment);
                gates.execute(children::incrementAndGet);
              }

              void report(ScheduledExecutorService clock, LongConsumer sink) {
                clock.scheduleAtFixedRate(
                    () -> {
                      sink.accept(people.sumThenReset());
                      sink.accept(children.getAndSet(0));
                    },
                    1,
                    1,
                    TimeUnit.MINUTES);
              }

              static long replay(List<List<String>> days, LongConsumer sink) {
                LongAdder visitors = new LongAdder();
                long all = 0;
                for (List<String> day : days) {
                  day.parallelStream().forEach(visitor -> visitors.increment());
                  all += visitors.sum();
                  visitors.reset();
                }
                return all;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stampComputedFromTheStampThatWasRead() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicStampedReference;

            class Election {
              private final AtomicStampedReference<String> leader = new AtomicStampedReference<>("", 0);

              void elect(ExecutorService voters, String name) {
                voters.execute(
                    () -> {
                      int term = leader.getStamp();
                      leader.set(name, term + 1); // BUG: AtomicGetThenSet
                    });
              }

              void electSafely(ExecutorService voters, String name) {
                voters.execute(
                    () -> {
                      int[] term = new int[1];
                      String before;
                      do {
                        before = leader.get(term);
                      } while (!leader.compareAndSet(before, name, term[0], term[0] + 1));
                    });
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
  void newHeadThatPointsToTheOldOne() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicReference;

            class Stack {
              private static final class Node {
                Node next;
              }

              private final AtomicReference<Node> head = new AtomicReference<>();
              private volatile Node pinned;

              void push(ExecutorService hands) {
                hands.execute(
                    () -> {
                      Node node = new Node();
                      node.next = head.get();
                      head.set(node); // BUG: AtomicGetThenSet
                      Node pin = new Node();
                      pin.next = pinned;
                      pinned = pin; // BUG: UnsafeReadModifyWrite
                    });
              }

              void pushSafely(ExecutorService hands) {
                hands.execute(
                    () -> {
                      Node node = new Node();
                      do {
                        node.next = head.get();
                      } while (!head.compareAndSet(node.next, node));
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void countThatIsMovedOnByCompareAndSetIsNoLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicLong;

            class Cursor {
              private final AtomicLong head = new AtomicLong();

              void produce(ExecutorService producers) {
                producers.execute(
                    () -> {
                      claim(4);
                      claimHastily();
                    });
              }

              private long claim(int n) {
                long now;
                do {
                  now = head.get();
                } while (!head.compareAndSet(now, now + n));
                return now;
              }

              private void claimHastily() {
                long now = head.get();
                head.set(now + 1); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberThatComesOutTheSameMayBeSetTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            final class Tag {
              private final String key;
              private final String value;
              private final AtomicInteger hash = new AtomicInteger();
              private final AtomicLong firstSeen = new AtomicLong();

              Tag(String key, String value) {
                this.key = key;
                this.value = value;
              }

              @Override
              public int hashCode() {
                int known = hash.get();
                if (known == 0) {
                  known = 31 * key.hashCode() + value.hashCode();
                  hash.set(known);
                }
                return known;
              }

              void seen(long time) {
                if (firstSeen.get() == 0) {
                  firstSeen.set(time); // BUG: AtomicGetThenSet
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
