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
}
