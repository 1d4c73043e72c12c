package dev.interlock.examples.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The price cache of the incident: everything is locked, by one lock, and still a change comes
 * apart.
 *
 * <p>In order not to hold the lock while the catalogue is asked, {@code set} takes it twice: to set
 * the price, and to invalidate the total. Between the two critical sections the new price stands
 * beside the old total. A reader, who reads both under the lock as he should, gets an offer that
 * was never valid: to him the invalidation is lost.
 */
public final class BuggyLockedPriceCache implements PriceCache, AutoCloseable {
  private static final int WORKERS = 8;

  private final Catalogue catalogue;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final Object lock = new Object();
  private final Map<String, Long> prices = new HashMap<>();
  private final Map<String, Long> familyTotals = new HashMap<>();

  /** An empty cache. */
  public BuggyLockedPriceCache(Catalogue catalogue) {
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
    synchronized (lock) {
      prices.put(product, cents);
    }
    String family = catalogue.familyOf(product);
    synchronized (lock) {
      familyTotals.remove(family); // BUG: SplitCriticalSection
    }
  }

  @Override
  public Optional<Quote> quote(String product) {
    String family = catalogue.familyOf(product);
    Iterable<String> relatives = catalogue.productsOf(family);
    synchronized (lock) {
      Long cents = prices.get(product);
      if (cents == null) {
        return Optional.empty();
      }
      Long total = familyTotals.get(family);
      if (total == null) {
        total = sum(relatives);
        familyTotals.put(family, total);
      }
      return Optional.of(new Quote(cents, total));
    }
  }

  /** Called with the lock held. */
  private long sum(Iterable<String> products) {
    long total = 0;
    for (String product : products) {
      total += prices.getOrDefault(product, 0L);
    }
    return total;
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
