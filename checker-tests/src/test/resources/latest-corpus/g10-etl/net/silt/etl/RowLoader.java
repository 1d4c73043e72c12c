package net.silt.etl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads rows in parallel batches. */
public class RowLoader {
    private final int parallelism;
    private final RowSink sink;
    private int loaded;
    private final List<String> badRows = new ArrayList<>();

    public RowLoader(int parallelism, RowSink sink) {
        this.parallelism = parallelism;
        this.sink = sink;
    }

    public int load(List<String> rows) {
        rows.parallelStream().forEach(row -> {
            String[] cells = row.split(";");
            if (cells.length < 3) {
                badRows.add(row); // RACE unguarded-collection #1
            } else {
                sink.write(cells);
            }
        });
        loaded += rows.size() - badRows.size();
        return loaded;
    }

    /** Sums the third column, one slice of the input per worker. */
    public long checksum(List<String[]> rows) throws InterruptedException {
        long[] partial = new long[parallelism];
        Thread[] workers = new Thread[parallelism];
        int per = (rows.size() + parallelism - 1) / parallelism;
        for (int w = 0; w < parallelism; w++) {
            final int id = w;
            workers[w] = new Thread(() -> {
                int end = Math.min(rows.size(), (id + 1) * per);
                for (int i = id * per; i < end; i++) {
                    partial[id] += Long.parseLong(rows.get(i)[2]);
                }
            });
            workers[w].start();
        }
        long sum = 0;
        for (int w = 0; w < parallelism; w++) {
            workers[w].join();
            sum += partial[w];
        }
        return sum;
    }

    /** Counts rows by the length of their key. */
    public int[] keyLengths(List<String[]> rows) {
        int[] byLength = new int[64];
        rows.stream().parallel().forEach(r -> {
            int len = Math.min(63, r[0].length());
            byLength[len]++; // RACE read-modify-write #2
        });
        return byLength;
    }

    public Map<String, Long> byKind(List<String[]> rows) {
        return rows.parallelStream().collect(Collectors.groupingByConcurrent(r -> r[1], Collectors.counting()));
    }

    public List<String> badRows() {
        return badRows;
    }
}
