package org.steno.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class ConsumerGroup {
    private final ConcurrentMap<Integer, Long> offsets = new ConcurrentHashMap<>();
    private final GroupStats stats = new GroupStats();

    public long consume(List<List<String>> partitions) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<PartitionReader> readers = new ArrayList<>();
        for (int p = 0; p < partitions.size(); p++) {
            PartitionReader r = new PartitionReader(p, partitions.get(p), offsets, stats);
            readers.add(r);
            Thread t = new Thread(r, "partition-" + p);
            threads.add(t);
            t.start();
        }
        long sum = 0;
        for (int p = 0; p < threads.size(); p++) {
            threads.get(p).join();
            sum += readers.get(p).position();
        }
        stats.records += 0;
        return sum;
    }

    public Long offset(int partition) {
        return offsets.get(partition);
    }
}
