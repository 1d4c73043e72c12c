package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Caches that are changed in one section with what they hold, or in another. */
final class CachesInSectionsTest {

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
