package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Public methods of variables made for threads, of which one caller alone is compiled along. */
final class OfferedMethodsTest {
  /** A method that its own class calls under a lock, beside a task. */
  private static final String PUBLISHER =
      """
      import java.util.concurrent.ExecutorService;

      public class Publisher {
        private final ExecutorService pool;
        private int inFlight;

        public Publisher(ExecutorService pool) {
          this.pool = pool;
        }

        %s void publish() {
          inFlight++;%s
          pool.execute(this::done);
        }

        private %s done() {
          inFlight--;%s
        }

        public synchronized void publishBounded() {
          if (inFlight < 100) {
            publish();
          }
        }
      }
      """;

  @Test
  void gaugeThatAnExampleUses() {
    CheckTester.of(
            """
            package weather;

            import java.util.concurrent.atomic.AtomicLong;

            public class HighestGust {
              private final AtomicLong gust = new AtomicLong();

              public void measured(long speed) {
                if (speed > gust.get()) {
                  gust.set(speed); // BUG: AtomicGetThenSet
                }
              }
            }
            """,
            """
            package weather;

            public class Example {
              public static void main(String[] args) {
                HighestGust gust = new HighestGust();
                gust.measured(42);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void gaugeOfThePackage() {
    CheckTester.of(
            """
            package weather;

            import java.util.concurrent.atomic.AtomicLong;

            class HighestGust {
              private final AtomicLong gust = new AtomicLong();

              public void measured(long speed) {
                if (speed > gust.get()) {
                  gust.set(speed);
                }
              }
            }
            """,
            """
            package weather;

            public class Station {
              public static void main(String[] args) {
                HighestGust gust = new HighestGust();
                gust.measured(42);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void gaugeOfWhichTheMethodIsNotPublic() {
    CheckTester.of(
            """
            package weather;

            import java.util.concurrent.atomic.AtomicLong;

            public class HighestGust {
              private final AtomicLong gust = new AtomicLong();

              void measured(long speed) {
                if (speed > gust.get()) {
                  gust.set(speed);
                }
              }

              public static void main(String[] args) {
                HighestGust gust = new HighestGust();
                gust.measured(42);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void statisticsThatOneServiceThreadUses() {
    CheckTester.of(
            """
            package post;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicLong;

            public class Letters {
              private final Map<String, AtomicLong> byTown = new ConcurrentHashMap<>();

              public AtomicLong of(String town) {
                AtomicLong count = byTown.get(town);
                if (count == null) {
                  count = new AtomicLong();
                  byTown.put(town, count); // BUG: NonAtomicCheckThenAct
                }
                return count;
              }
            }
            """,
            """
            package post;

            public class Office {
              private final Letters letters = new Letters();

              public void start() {
                new Thread(() -> letters.of("Ulm").incrementAndGet()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void statisticsThatAreAlwaysLocked() {
    CheckTester.of(
            """
            package post;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicLong;

            public class Letters {
              private final Map<String, AtomicLong> byTown = new ConcurrentHashMap<>();

              public AtomicLong of(String town) {
                AtomicLong count = byTown.get(town);
                if (count == null) {
                  count = new AtomicLong();
                  byTown.put(town, count);
                }
                return count;
              }
            }
            """,
            """
            package post;

            public class Office {
              private final Letters letters = new Letters();

              public void sort(String town) {
                synchronized (letters) {
                  letters.of(town).incrementAndGet();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberThatATaskCountsForOthersToSee() {
    CheckTester.of(
            """
            package tides;

            public class Clock {
              private volatile long ticks;

              public void tick() {
                ticks++;
              }

              public long ticks() {
                return ticks;
              }
            }
            """,
            """
            package tides;

            public class Tower {
              private final Clock clock = new Clock();

              public void start() {
                new Thread(() -> clock.tick()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileNumberThatNoTaskCounts() {
    CheckTester.of(
            """
            package mint;

            public class Press {
              private volatile int coins;

              public int coined() {
                return coins++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            package mint;

            public class Coin {
              private final int number;

              public Coin(Press press) {
                this.number = press.coined();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepsThatAClassInherits() {
    CheckTester.of(
            """
            package ferry;

            import java.util.concurrent.atomic.AtomicInteger;

            public abstract class Deck {
              private final AtomicInteger cars = new AtomicInteger();

              public int cars() {
                return cars.get();
              }

              protected void drive() {
                cars.incrementAndGet();
              }
            }
            """,
            """
            package ferry;

            public class LowerDeck extends Deck {
              public boolean board(int places) {
                if (cars() >= places) {
                  return false;
                }
                drive(); // BUG: AtomicGetThenSet
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepsOfAnotherObject() {
    CheckTester.of(
            """
            package ferry;

            import java.util.concurrent.atomic.AtomicInteger;

            public class Deck {
              private final AtomicInteger cars = new AtomicInteger();

              public int cars() {
                return cars.get();
              }

              public void drive() {
                cars.incrementAndGet();
              }
            }
            """,
            """
            package ferry;

            public class Harbour {
              private final Deck deck = new Deck();

              public boolean board(int places) {
                if (deck.cars() >= places) {
                  return false;
                }
                deck.drive();
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void periodOfWhichTheOwnerIsNotKnown() {
    CheckTester.of(
            """
            package gate;

            import java.util.concurrent.atomic.AtomicInteger;

            public class Period {
              private final AtomicInteger left = new AtomicInteger(10);
              private long end;

              public boolean pass(long now) {
                if (now > end) {
                  left.set(10);
                  end = now + 60; // BUG: NonAtomicCheckThenAct
                }
                return left.decrementAndGet() >= 0;
              }
            }
            """,
            """
            package gate;

            interface Periods {
              Period of(String gate);

              static boolean pass(Periods periods, String gate) {
                return periods.of(gate).pass(System.nanoTime());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void publicMethodThatOneOfItsClassCallsUnderALock() {
    CheckTester.of(
            PUBLISHER.formatted(
                "public",
                " // BUG: UnsafeReadModifyWrite",
                "void",
                " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void privateMethodThatIsCalledUnderALock() {
    CheckTester.of(PUBLISHER.formatted("private", "", "synchronized void", ""))
        .reportsWhatIsMarked();
  }
}
