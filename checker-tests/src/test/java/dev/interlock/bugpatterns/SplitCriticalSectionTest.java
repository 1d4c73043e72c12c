package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that are given up between two steps that belong together. */
final class SplitCriticalSectionTest {

  @Test
  void cacheThatSetsAndInvalidatesInOneSection() {
    CheckTester.of(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.function.UnaryOperator;

            class PriceCache {
              private final Object lock = new Object();
              private final UnaryOperator<String> familyOf;
              private final Map<String, Long> prices = new HashMap<>();
              private final Map<String, Long> totals = new HashMap<>();

              PriceCache(UnaryOperator<String> familyOf) {
                this.familyOf = familyOf;
              }

              void set(String product, long cents) {
                String family = familyOf.apply(product);
                synchronized (lock) {
                  prices.put(product, cents);
                  totals.remove(family);
                }
              }

              long[] quote(String product) {
                String family = familyOf.apply(product);
                synchronized (lock) {
                  return new long[] {prices.get(product), totals.getOrDefault(family, 0L)};
                }
              }
            }
            """,
            """
            package shop;

            import java.util.concurrent.ExecutorService;

            class Shop {
              private final PriceCache cache = new PriceCache(product -> product.substring(0, 1));

              void run(ExecutorService pool, String product, long cents) {
                pool.execute(() -> cache.set(product, cents));
                pool.execute(() -> System.out.println(cache.quote(product)[0]));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readAndWriteInSectionsOfTheirOwn() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                int before;
                synchronized (lock) {
                  before = litres;
                }
                int after = before + more;
                synchronized (lock) {
                  litres = after; // BUG: SplitCriticalSection
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readAndWriteInOneSection() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                synchronized (lock) {
                  int before = litres;
                  litres = before + more;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void secondSectionThatLooksAgain() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                boolean room;
                synchronized (lock) {
                  room = litres + more <= 100;
                }
                if (room) {
                  synchronized (lock) {
                    if (litres + more <= 100) {
                      litres += more;
                    }
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodsThatLockUnderOneLockAroundThem() {
    CheckTester.of(
            """
            class Account {
              private long cents;

              synchronized long getCents() {
                return cents;
              }

              synchronized void setCents(long cents) {
                this.cents = cents;
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Bank {
              private final Account fees = new Account();

              void charge(ExecutorService pool, long fee) {
                pool.execute(
                    () -> {
                      synchronized (fees) {
                        fees.setCents(fees.getCents() + fee);
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockGivenUpWhileTheResultIsComputed() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.function.IntUnaryOperator;

            class Estimate {
              private final Lock lock = new ReentrantLock();
              private int value;

              void refine(IntUnaryOperator step) {
                lock.lock();
                int before = value;
                lock.unlock();
                int after = step.applyAsInt(before);
                lock.lock();
                value = after; // BUG: SplitCriticalSection
                lock.unlock();
              }

              void refineSafely(IntUnaryOperator step) {
                lock.lock();
                try {
                  value = step.applyAsInt(value);
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cacheThatSetsAndThenInvalidatesInASecondSection() {
    CheckTester.of(
            """
            package shop;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.function.UnaryOperator;

            class PriceCache {
              private final Object lock = new Object();
              private final UnaryOperator<String> familyOf;
              private final Map<String, Long> prices = new HashMap<>();
              private final Map<String, Long> totals = new HashMap<>();

              PriceCache(UnaryOperator<String> familyOf) {
                this.familyOf = familyOf;
              }

              void set(String product, long cents) {
                synchronized (lock) {
                  prices.put(product, cents);
                }
                String family = familyOf.apply(product);
                synchronized (lock) {
                  totals.remove(family); // BUG: SplitCriticalSection
                }
              }

              long[] quote(String product) {
                String family = familyOf.apply(product);
                synchronized (lock) {
                  return new long[] {prices.get(product), totals.getOrDefault(family, 0L)};
                }
              }
            }
            """,
            """
            package shop;

            import java.util.concurrent.ExecutorService;

            class Shop {
              private final PriceCache cache = new PriceCache(product -> product.substring(0, 1));

              void run(ExecutorService pool, String product, long cents) {
                pool.execute(() -> cache.set(product, cents));
                pool.execute(() -> System.out.println(cache.quote(product)[0]));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cacheThatSetsAndInvalidatesInTwoConcurrentMaps() {
    CheckTester.of(
            """
            package shop;

            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.function.UnaryOperator;

            class PriceCache {
              private final UnaryOperator<String> familyOf;
              private final Map<String, Long> prices = new ConcurrentHashMap<>();
              private final Map<String, Long> totals = new ConcurrentHashMap<>();

              PriceCache(UnaryOperator<String> familyOf) {
                this.familyOf = familyOf;
              }

              void set(String product, long cents) {
                prices.put(product, cents);
                totals.remove(familyOf.apply(product)); // BUG: SplitCriticalSection
              }

              long total(String family) {
                return totals.computeIfAbsent(family, this::sum);
              }

              private long sum(String family) {
                long total = 0;
                for (String product : prices.keySet()) {
                  if (familyOf.apply(product).equals(family)) {
                    total += prices.getOrDefault(product, 0L);
                  }
                }
                return total;
              }
            }
            """,
            """
            package shop;

            import java.util.concurrent.ExecutorService;

            class Shop {
              private final PriceCache cache = new PriceCache(product -> product.substring(0, 1));

              void run(ExecutorService pool, String product, long cents) {
                pool.execute(() -> cache.set(product, cents));
                pool.execute(() -> System.out.println(cache.total(product)));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerThatIsCopiedInOneSectionAndClearedInAnother() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Digest {
              private final List<String> events = new ArrayList<>();

              synchronized void event(String text) {
                events.add(text);
              }

              void send() {
                List<String> copy;
                synchronized (this) {
                  copy = new ArrayList<>(events);
                }
                System.out.println(copy);
                synchronized (this) {
                  events.clear(); // BUG: SplitCriticalSection
                }
              }

              synchronized List<String> copy() {
                return new ArrayList<>(events);
              }

              synchronized void clear() {
                events.clear();
              }

              void sendByMethods() {
                System.out.println(copy());
                clear(); // BUG: SplitCriticalSection
              }

              void start(ScheduledExecutorService timer) {
                timer.scheduleAtFixedRate(this::send, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(this::sendByMethods, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(() -> event("tick"), 1, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerThatIsCopiedAndClearedInOneSection() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Digest {
              private final List<String> events = new ArrayList<>();

              synchronized void event(String text) {
                events.add(text);
              }

              void send() {
                List<String> copy;
                synchronized (this) {
                  copy = new ArrayList<>(events);
                  events.clear();
                }
                System.out.println(copy);
              }

              void start(ScheduledExecutorService timer) {
                timer.scheduleAtFixedRate(this::send, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(() -> event("tick"), 1, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void waitGivesTheMonitorUp() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mill {
              private int stored;
              private int reserved;

              synchronized void store() {
                stored++;
                notifyAll();
              }

              synchronized void reserve(int count) throws InterruptedException {
                int already = reserved;
                while (stored < count) {
                  wait();
                }
                reserved = already + count; // BUG: SplitCriticalSection
              }

              synchronized void reserveSafely(int count) throws InterruptedException {
                while (stored < count) {
                  wait();
                }
                int already = reserved;
                reserved = already + count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkInOneSynchronizedMethodAndStepInAnother() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Guides {
              private int free = 30;

              synchronized boolean any() {
                return free > 0;
              }

              synchronized void take() {
                free--;
              }

              synchronized boolean takeAny() {
                if (free == 0) {
                  return false;
                }
                free--;
                return true;
              }

              void rent(ExecutorService doors) {
                doors.execute(
                    () -> {
                      if (any()) {
                        take(); // BUG: SplitCriticalSection
                      }
                    });
              }

              void rentSafely(ExecutorService doors) {
                doors.execute(
                    () -> {
                      if (any()) {
                        takeAny();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void secondSectionThatLooksWhetherAnythingHasChanged() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            class Roster {
              private final Map<String, String> teams = new HashMap<>();
              private long version;

              boolean regroup(String leader) {
                long seen;
                List<String> names;
                synchronized (this) {
                  seen = version;
                  names = new ArrayList<>(teams.keySet());
                }
                names.sort(null);
                synchronized (this) {
                  if (version != seen) {
                    return false;
                  }
                  version = seen + 1;
                  teams.put(leader, names.get(0));
                  return true;
                }
              }

              void regroupHastily(String leader) {
                List<String> names;
                synchronized (this) {
                  names = new ArrayList<>(teams.keySet());
                }
                names.sort(null);
                synchronized (this) {
                  teams.put(leader, names.get(0)); // BUG: SplitCriticalSection
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cacheThatIsClearedInASectionAfterTheChange() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Prices {
              private final Object lock = new Object();
              private final Map<String, Long> prices = new HashMap<>();
              private final Map<String, Long> totals = new HashMap<>();

              void set(String article, long cents) {
                synchronized (lock) {
                  prices.put(article, cents);
                }
                synchronized (lock) {
                  totals.clear(); // BUG: SplitCriticalSection
                }
              }

              void setInOne(String article, long cents) {
                synchronized (lock) {
                  prices.put(article, cents);
                  totals.clear();
                }
              }

              long total(String basket, String article) {
                synchronized (lock) {
                  Long known = totals.get(basket);
                  if (known == null) {
                    known = prices.getOrDefault(article, 0L) * 2;
                    totals.put(basket, known);
                  }
                  return known;
                }
              }

              void run(ExecutorService tills, String article) {
                tills.execute(() -> set(article, 199));
                tills.execute(() -> setInOne(article, 299));
                tills.execute(() -> total("b", article));
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
