package dev.interlock.examples.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The price cache after its locks had been replaced by concurrent maps.
 *
 * <p>Each map is safe by itself, and no map knows of the other: {@code set} puts the price and then
 * removes the total in a second, separate step. A reader in between takes the new price from one
 * map and the obsolete total from the other.
 */
public final class BuggyConcurrentPriceCache implements PriceCache, AutoCloseable {
  private static final int WORKERS = 8;

  private final Catalogue catalogue;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final ConcurrentMap<String, Long> prices = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> familyTotals = new ConcurrentHashMap<>();

  /** An empty cache. */
  public BuggyConcurrentPriceCache(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Sets these prices in the background. */
  public void publish(Map<String, Long> changes) {
    changes.forEach((product, cents) -> workers.execute(() -> set(product, cents)));
  }

  /** Asks for an offer in the background. */
  public CompletableFuture<Optional<Quote>> request(String product) {
    return CompletableFuture.supplyAsync(() -> quote(product), workers);
  }

  @Override
  public void set(String product, long cents) {
    prices.put(product, cents);
    familyTotals.remove(catalogue.familyOf(product)); // BUG: SplitCriticalSection
  }

  @Override
  public Optional<Quote> quote(String product) {
    String family = catalogue.familyOf(product);
    Long cents = prices.get(product);
    if (cents == null) {
      return Optional.empty();
    }
    long total = familyTotals.computeIfAbsent(family, this::sum);
    return Optional.of(new Quote(cents, total));
  }

  private long sum(String family) {
    long total = 0;
    for (String product : catalogue.productsOf(family)) {
      total += prices.getOrDefault(product, 0L);
    }
    return total;
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
