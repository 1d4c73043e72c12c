package dev.interlock.examples.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sets and invalidates in one critical section, so that nobody ever sees one step without the
 * other. The catalogue, which is slow, is asked before the lock is taken.
 */
public final class MutexPriceCache implements PriceCache {
  private final Catalogue catalogue;
  private final Object lock = new Object();
  private final Map<String, Long> prices = new HashMap<>();
  private final Map<String, Long> familyTotals = new HashMap<>();

  /** An empty cache. */
  public MutexPriceCache(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void set(String product, long cents) {
    String family = catalogue.familyOf(product);
    synchronized (lock) {
      prices.put(product, cents);
      familyTotals.remove(family);
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
}
