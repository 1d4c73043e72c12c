package com.ledgerly.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class Reconciler {
  private long matched;
  private long largest;
  private final Map<Long, Integer> open = new HashMap<>();

  /** The books are merged before anything is compared. */
  void load(Stream<SalesImport.Sale> sales) {
    sales.sequential().forEach(s -> {
      Integer n = open.get(s.cents());
      open.put(s.cents(), n == null ? 1 : n + 1);
    });
  }

  long compare(List<Long> bank) {
    bank.parallelStream().filter(open::containsKey).forEach(cents -> {
      matched++; // RACE rmw
      largest = Math.max(largest, cents); // RACE rmw
    });
    return matched;
  }

  Optional<Long> biggest(List<Long> bank) {
    return bank.parallelStream().filter(open::containsKey).reduce((a, b) -> {
      long c = a;
      c = Math.max(c, b);
      return c;
    });
  }

  long largest() {
    return largest;
  }
}
