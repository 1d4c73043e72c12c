package com.acme.etl.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures over the rows of one extract. */
public class SalesReport {

    public record Row(String region, String product, BigDecimal amount, int quantity) {}

    private final List<Row> rows;

    public SalesReport(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    public int unitsSold() {
        int[] sum = {0};
        rows.parallelStream().filter(r -> r.quantity() > 0).forEach(r -> sum[0] += r.quantity()); // RACE rmw
        return sum[0];
    }

    public int unitsReturned() {
        int[] sum = {0};
        rows.stream().filter(r -> r.quantity() < 0).forEach(r -> sum[0] -= r.quantity());
        return sum[0];
    }

    public Map<String, BigDecimal> byRegion() {
        return rows.parallelStream()
                .collect(Collectors.toConcurrentMap(Row::region, Row::amount, BigDecimal::add));
    }

    public Map<String, Integer> byProduct() {
        Map<String, Integer> result = new HashMap<>();
        rows.stream().parallel().forEach(r -> {
            if (r.product() != null) {
                result.merge(r.product(), r.quantity(), Integer::sum); // RACE unsafe-collection
            }
        });
        return result;
    }

    public Map<String, Integer> byProductSequential() {
        Map<String, Integer> result = new HashMap<>();
        rows.parallelStream()
                .filter(r -> r.product() != null)
                .collect(Collectors.toList())
                .forEach(r -> result.merge(r.product(), r.quantity(), Integer::sum));
        return result;
    }

    /** Prices with tax, in the order of the rows. */
    public double[] taxed(double rate) {
        double[] out = new double[rows.size()];
        IntStream.range(0, out.length).parallel().forEach(i -> {
            double base = rows.get(i).amount().doubleValue();
            out[i] = base;
            out[i] += base * rate;
        });
        return out;
    }

    public long nonEmpty() {
        LongAdder n = new LongAdder();
        rows.parallelStream().forEach(r -> {
            if (r.amount().signum() != 0) {
                n.increment();
            }
        });
        return n.sum();
    }

    public List<String> regions() {
        return rows.parallelStream()
                .collect(ArrayList<String>::new, (list, r) -> list.add(r.region()), ArrayList::addAll);
    }

    public int[] histogram(int bins) {
        int[] counts = new int[bins];
        rows.parallelStream().forEach(r -> {
            int bin = Math.floorMod(r.quantity(), bins);
            counts[bin]++; // RACE rmw
        });
        return Arrays.copyOf(counts, bins);
    }
}
