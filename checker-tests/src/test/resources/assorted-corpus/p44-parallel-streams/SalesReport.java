package com.ledgerly.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class SalesReport {
  public record Sale(String region, String product, long cents) {}

  private long grandTotal;
  private int skipped;

  public Map<String, Long> byRegion(List<Sale> sales) {
    return sales.parallelStream().collect(Collectors.groupingByConcurrent(Sale::region, Collectors.summingLong(Sale::cents)));
  }

  public Map<String, Long> byProduct(List<Sale> sales) {
    Map<String, Long> result = new HashMap<>();
    sales.parallelStream().forEach(s -> result.merge(s.product(), s.cents(), Long::sum)); // RACE unsafe-collection
    return result;
  }

  public Map<String, Long> byProductConcurrently(List<Sale> sales) {
    Map<String, Long> result = new ConcurrentHashMap<>();
    sales.parallelStream().forEach(s -> result.merge(s.product(), s.cents(), Long::sum));
    return result;
  }

  public long total(List<Sale> sales) {
    sales.stream().forEach(s -> grandTotal += s.cents());
    return grandTotal;
  }

  public long[] histogram(List<Sale> sales, int buckets) {
    long[] h = new long[buckets];
    sales.stream()
        .parallel()
        .filter(s -> s.cents() >= 0)
        .forEach(s -> {
          int b = (int) Math.min(buckets - 1, s.cents() / 10_000);
          h[b]++; // RACE rmw
        });
    return h;
  }

  /** Every index is written by one task only. */
  public long[] movingSums(long[] values, int window) {
    long[] out = new long[values.length];
    IntStream.range(0, values.length).parallel().forEach(i -> {
      for (int j = Math.max(0, i - window + 1); j <= i; j++) {
        out[i] += values[j];
      }
    });
    return out;
  }

  public List<Sale> valid(List<Sale> sales) {
    List<Sale> bad = Collections.synchronizedList(new ArrayList<>());
    LongAdder n = new LongAdder();
    List<Sale> good = sales.parallelStream()
        .peek(s -> n.increment())
        .filter(s -> {
          if (s.cents() < 0) {
            bad.add(s);
            skipped++; // RACE rmw
            return false;
          }
          return true;
        })
        .collect(Collectors.toList());
    return n.sum() == good.size() + bad.size() ? good : List.of();
  }

  public LongSummaryStatistics summary(List<Sale> sales) {
    return sales.parallelStream().mapToLong(Sale::cents).summaryStatistics();
  }
}
