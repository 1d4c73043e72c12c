package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Compare-and-sets: what makes them safe, and what makes them two steps again. */
final class ExchangesTest {

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
  void exchangeThroughAHandleWhoseResultIsIgnored() {
    CheckTester.of(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;
            import java.util.concurrent.ExecutorService;

            class Auction {
              private static final VarHandle BIDS = handle();

              private volatile int bids;

              void open(ExecutorService bidders, int people) {
                for (int i = 0; i < people; i++) {
                  bidders.submit(() -> bid());
                  bidders.submit(() -> bidAgain());
                }
              }

              private void bid() {
                int before = (int) BIDS.getVolatile(this);
                BIDS.compareAndSet(this, before, before + 1); // BUG: AtomicGetThenSet
              }

              private void bidAgain() {
                int before;
                do {
                  before = (int) BIDS.getVolatile(this);
                } while (!BIDS.compareAndSet(this, before, before + 1));
              }

              private static VarHandle handle() {
                try {
                  return MethodHandles.lookup().findVarHandle(Auction.class, "bids", int.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entryThatMayHaveBeenRemovedByOthers() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Auction {
              private final ConcurrentMap<String, Lot> lots = new ConcurrentHashMap<>();

              Lot open(String name) {
                return lots.computeIfAbsent(name, n -> new Lot());
              }

              void close(String name) {
                Lot lot = lots.get(name);
                if (lot != null) {
                  lot.sold = true;
                  lots.remove(name, lot);
                }
              }

              static final class Lot {
                volatile boolean sold;
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

  @Test
  void exchangesThatExpectWhatTheyReadThemselves() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Depths {
              private final AtomicLong deepest = new AtomicLong();
              private final AtomicLong sum = new AtomicLong();

              void measured(long depth) {
                while (depth > deepest.get()) {
                  deepest.compareAndSet(deepest.get(), depth); // BUG: AtomicGetThenSet
                }
              }

              void measuredOnce(long depth) {
                long before = deepest.get();
                while (depth > before && !deepest.compareAndSet(before, depth)) {
                  before = deepest.get();
                }
              }

              void counted(long depth) {
                while (!sum.compareAndSet(sum.get(), sum.get() + depth)) {} // BUG: AtomicGetThenSet
              }

              void countedOnce(long depth) {
                for (long before = sum.get();
                    !sum.compareAndSet(before, before + depth);
                    before = sum.get()) {}
              }

              void claimed() {
                if (deepest.get() < 0) {
                  deepest.compareAndSet(0, 1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
