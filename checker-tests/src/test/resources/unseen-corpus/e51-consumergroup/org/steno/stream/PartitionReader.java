package org.steno.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/** One reader per partition, each with a thread of its own. */
public class PartitionReader implements Runnable {
    private final int partition;
    private final List<String> records;
    private final ConcurrentMap<Integer, Long> offsets;
    private final GroupStats stats;
    private final Map<String, Integer> keys = new HashMap<>();
    private volatile long position;
    private int polls;

    public PartitionReader(int partition, List<String> records, ConcurrentMap<Integer, Long> offsets, GroupStats stats) {
        this.partition = partition;
        this.records = List.copyOf(records);
        this.offsets = offsets;
        this.stats = stats;
    }

    @Override
    public void run() {
        for (String r : records) {
            polls++;
            position++;
            keys.merge(r, 1, Integer::sum);
            stats.records++; // RACE rmw
            stats.note(r.length());
            offsets.merge(partition, 1L, Long::sum);
        }
        stats.finished(polls);
    }

    public long position() {
        return position;
    }
}
