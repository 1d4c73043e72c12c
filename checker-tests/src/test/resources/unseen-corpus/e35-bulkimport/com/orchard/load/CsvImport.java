package com.orchard.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class CsvImport {
    private final ImportLog log = new ImportLog();
    private long cells;
    private int files;

    public List<String[]> parse(List<String> lines) {
        files++;
        List<String[]> rows = new ArrayList<>();
        lines.parallelStream().forEach(l -> {
            String[] r = l.split(",");
            cells += r.length; // RACE rmw
            if (r.length > 1) {
                rows.add(r); // RACE unsafe-collection
            } else {
                log.bad(l);
            }
        });
        return rows;
    }

    public List<String[]> parseOrdered(List<String> lines) {
        String[][] out = new String[lines.size()][];
        IntStream.range(0, lines.size()).parallel().forEach(i -> out[i] = lines.get(i).split(","));
        List<String[]> rows = new ArrayList<>();
        for (String[] r : out) {
            rows.add(r);
        }
        return rows;
    }

    public Map<String, Integer> histogram(List<String[]> rows) {
        ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
        rows.parallelStream().forEach(r -> counts.merge(r[0], 1, Integer::sum));
        return new TreeMap<>(counts);
    }

    public StringBuilder concat(List<String> parts) {
        return parts.parallelStream().collect(StringBuilder::new, StringBuilder::append, StringBuilder::append);
    }

    public Map<Boolean, List<String>> split(List<String> lines) {
        AtomicInteger n = new AtomicInteger();
        return lines.parallelStream().peek(l -> n.incrementAndGet()).collect(Collectors.partitioningBy(l -> l.isBlank()));
    }

    public int longest(List<String> lines) {
        int[] widths = new int[4];
        IntStream.range(0, 4).parallel().forEach(p -> {
            for (int i = p; i < lines.size(); i += 4) {
                if (lines.get(i).length() > widths[p]) {
                    widths[p] = lines.get(i).length();
                }
            }
        });
        int max = 0;
        for (int w : widths) {
            max = Math.max(max, w);
        }
        return max;
    }

    public long cells() {
        return cells;
    }
}
