package dev.interlock.examples.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps what belongs together in one immutable value: a family's prices and their total. A change
 * replaces the value in one atomic {@code merge}, a reader takes both numbers from one {@code get}.
 */
public final class ConcurrentPriceCache implements PriceCache {
  private final Catalogue catalogue;
  private final ConcurrentMap<String, FamilyPrices> families = new ConcurrentHashMap<>();

  /** An empty cache. */
  public ConcurrentPriceCache(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void set(String product, long cents) {
    FamilyPrices change = FamilyPrices.of(Map.of(product, cents));
    families.merge(catalogue.familyOf(product), change, FamilyPrices::with);
  }

  @Override
  public Optional<Quote> quote(String product) {
    FamilyPrices family = families.getOrDefault(catalogue.familyOf(product), FamilyPrices.NONE);
    return Optional.ofNullable(family.prices().get(product))
        .map(cents -> new Quote(cents, family.total()));
  }

  private record FamilyPrices(Map<String, Long> prices, long total) {
    static final FamilyPrices NONE = of(Map.of());

    static FamilyPrices of(Map<String, Long> prices) {
      long total = prices.values().stream().mapToLong(Long::longValue).sum();
      return new FamilyPrices(Map.copyOf(prices), total);
    }

    FamilyPrices with(FamilyPrices change) {
      Map<String, Long> changed = new HashMap<>(prices);
      changed.putAll(change.prices);
      return of(changed);
    }
  }
}
