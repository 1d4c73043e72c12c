package etl.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Parallel reports that leave the combining to the library. */
public final class Reports {
    public record Sale(String region, String product, long cents) {}

    static final class Totals {
        long cents;
        int count;
        long largest;

        void add(Sale s) {
            cents += s.cents();
            count++;
            if (s.cents() > largest) {
                largest = s.cents();
            }
        }

        Totals merge(Totals o) {
            cents += o.cents;
            count += o.count;
            largest = Math.max(largest, o.largest);
            return this;
        }
    }

    private final ConcurrentHashMap<String, LongAdder> running = new ConcurrentHashMap<>();
    private final Map<String, Totals> last = new TreeMap<>();

    public Map<String, Totals> byRegion(Collection<Sale> sales) {
        Map<String, Totals> result = sales.parallelStream()
                .collect(Collectors.groupingBy(Sale::region, Collector.of(Totals::new, Totals::add, Totals::merge)));
        synchronized (last) {
            last.clear();
            last.putAll(result);
        }
        return result;
    }

    public Totals overall(Collection<Sale> sales) {
        return sales.parallelStream().collect(Totals::new, Totals::add, Totals::merge);
    }

    public ConcurrentMap<String, Long> counts(Collection<Sale> sales) {
        return sales.parallelStream().collect(Collectors.groupingByConcurrent(Sale::product, Collectors.counting()));
    }

    public void feed(Collection<Sale> sales) {
        sales.parallelStream().forEach(s -> running.computeIfAbsent(s.product(), p -> new LongAdder()).add(s.cents()));
    }

    public long total() {
        return running.reduceValuesToLong(64, LongAdder::sum, 0, Long::sum);
    }

    public List<String> labels(Collection<Sale> sales) {
        return sales.parallelStream().map(s -> {
            StringBuilder b = new StringBuilder();
            int n = 0;
            for (char c : s.product().toCharArray()) {
                b.append(n++ % 2 == 0 ? Character.toUpperCase(c) : c);
            }
            return b.toString();
        }).distinct().collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    public Map<String, Long> sequentialSums(Collection<Sale> sales) {
        Map<String, Long> sums = new HashMap<>();
        sales.stream().forEach(s -> sums.put(s.region(), sums.getOrDefault(s.region(), 0L) + s.cents()));
        return sums;
    }
}
