package com.wechselkurs.rates;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The same table with a cache that may be shared. */
final class RateCache {
  private static final Map<String, Double> RATES = new ConcurrentHashMap<>();
  private static final LongAdder CONVERSIONS = new LongAdder();
  private static long misses;

  private RateCache() {}

  static double convert(String currency, double amount) {
    CONVERSIONS.increment();
    return amount * RATES.computeIfAbsent(currency, RateCache::fetch);
  }

  private static synchronized double fetch(String currency) {
    misses++;
    return 1.0 + currency.hashCode() % 100 / 1_000.0;
  }

  static synchronized long misses() {
    return misses;
  }

  static double totalIn(String currency, List<Double> amounts) {
    return amounts.parallelStream().mapToDouble(a -> convert(currency, a)).sum();
  }

  static long conversions() {
    return CONVERSIONS.sum();
  }
}
