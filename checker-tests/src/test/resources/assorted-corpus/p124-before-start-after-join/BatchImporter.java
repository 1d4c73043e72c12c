package com.millrace.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Three phases: prepare (main), work (one background thread), report (main again). */
public class BatchImporter {
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private final Map<String, Integer> imported = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int phase;
    private int rows;
    private int retries;

    public BatchImporter expect(String table, int n) {
        expected.put(table, expected.getOrDefault(table, 0) + n);
        return this;
    }

    public List<String> runInThread(Map<String, List<String>> data) throws InterruptedException {
        phase++;
        Thread worker = new Thread(() -> load(data));
        worker.start();
        worker.join();
        phase++;
        return report();
    }

    public List<String> runInPool(Map<String, List<String>> data) throws Exception {
        phase++;
        ExecutorService one = Executors.newSingleThreadExecutor();
        Future<?> f = one.submit(() -> load(data));
        f.get();
        one.shutdown();
        one.awaitTermination(1, TimeUnit.MINUTES);
        phase++;
        return report();
    }

    public List<String> runWithLatch(Map<String, List<String>> data) throws InterruptedException {
        phase++;
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
            try {
                load(data);
            } finally {
                done.countDown();
            }
        }).start();
        done.await();
        phase++;
        retries++;
        return report();
    }

    private void load(Map<String, List<String>> data) {
        phase++;
        for (Map.Entry<String, List<String>> e : data.entrySet()) {
            for (String row : e.getValue()) {
                rows++;
                if (row.isEmpty()) {
                    problems.add("empty row in " + e.getKey());
                } else {
                    imported.merge(e.getKey(), 1, Integer::sum);
                }
            }
        }
    }

    private List<String> report() {
        for (Map.Entry<String, Integer> e : expected.entrySet()) {
            int got = imported.getOrDefault(e.getKey(), 0);
            if (got != e.getValue()) {
                problems.add(e.getKey() + ": " + got + " of " + e.getValue());
            }
        }
        return problems;
    }
}
