package com.wechselkurs.rates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Static state behind static methods. */
final class CurrencyTable {
  private static final Map<String, Double> RATES = new HashMap<>();
  private static final Map<String, String> NAMES = new TreeMap<>();
  private static final Map<String, Integer> LOOKUPS = new ConcurrentHashMap<>();
  private static long conversions;

  static {
    NAMES.put("EUR", "Euro");
    NAMES.put("CHF", "Swiss franc");
    conversions = 0;
    conversions += NAMES.size() - 2;
  }

  private CurrencyTable() {}

  static double convert(String currency, double amount) {
    LOOKUPS.merge(currency, 1, Integer::sum);
    conversions++; // RACE rmw
    return amount * rate(currency);
  }

  private static double rate(String currency) {
    Double rate = RATES.get(currency); // RACE unsafe-collection #1
    if (rate == null) {
      rate = fetch(currency);
      RATES.put(currency, rate); // RACE unsafe-collection #1
    }
    return rate;
  }

  private static double fetch(String currency) {
    return 1.0 + currency.hashCode() % 100 / 1_000.0;
  }

  static String name(String currency) {
    return NAMES.getOrDefault(currency, currency) + " (" + conversions + ")";
  }
}

class Invoices {
  private double sum;

  double totalIn(String currency, List<Double> amounts) {
    return amounts.parallelStream().mapToDouble(a -> CurrencyTable.convert(currency, a)).sum();
  }

  double sumUp(List<Double> amounts) {
    amounts.forEach(a -> sum += a);
    return sum;
  }
}
