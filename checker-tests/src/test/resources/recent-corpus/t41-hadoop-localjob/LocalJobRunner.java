package org.example.mapred;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs maps on a pool, then the reduce in the job's own thread. */
public class LocalJobRunner {

    private final List<String> splits;
    private final int threads;

    public LocalJobRunner(List<String> splits, int threads) {
        this.splits = splits;
        this.threads = threads;
    }

    /** Thread of one job. */
    final class Job extends Thread {
        private final Map<String, Long> counters = new TreeMap<>();
        private final float[] partialMapProgress = new float[splits.size()];
        private final int[] mapRecords = new int[splits.size()];
        private Throwable failure;
        private long outputRecords;
        private int reduceCalls;

        private final class MapTaskRunnable implements Runnable {
            private final int taskId;
            private final Map<String, Integer> output = new HashMap<>();
            private int spills;
            private volatile Throwable storedException;

            MapTaskRunnable(int taskId) {
                this.taskId = taskId;
            }

            @Override
            public void run() {
                try {
                    String[] words = splits.get(taskId).split("\\s+");
                    for (String w : words) {
                        Integer n = output.get(w);
                        output.put(w, n == null ? 1 : n + 1);
                        mapRecords[taskId]++;
                        partialMapProgress[taskId] += 1f / words.length;
                        if (output.size() % 1000 == 0) {
                            spills++;
                        }
                    }
                } catch (Throwable e) {
                    storedException = e;
                }
            }
        }

        @Override
        public void run() {
            List<MapTaskRunnable> maps = new ArrayList<>();
            ExecutorService mapService = Executors.newFixedThreadPool(threads);
            for (int i = 0; i < splits.size(); i++) {
                MapTaskRunnable r = new MapTaskRunnable(i);
                maps.add(r);
                mapService.submit(r);
            }
            mapService.shutdown();
            try {
                if (!mapService.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
                    throw new IllegalStateException("maps did not end");
                }
            } catch (InterruptedException ie) {
                mapService.shutdownNow();
                failure = ie;
                return;
            }
            Map<String, Integer> sorted = new TreeMap<>();
            for (MapTaskRunnable r : maps) {
                if (r.storedException != null && failure == null) {
                    failure = r.storedException;
                }
                for (Map.Entry<String, Integer> e : r.output.entrySet()) {
                    Integer old = sorted.get(e.getKey());
                    sorted.put(e.getKey(), old == null ? e.getValue() : old + e.getValue());
                    reduceCalls++;
                }
                Long s = counters.get("SPILLED");
                counters.put("SPILLED", (s == null ? 0 : s) + r.spills);
            }
            for (int n : mapRecords) {
                outputRecords += n;
            }
        }
    }

    public Map<String, Long> runAndWait() throws InterruptedException {
        Job job = new Job();
        job.start();
        job.join();
        if (job.failure != null) {
            throw new IllegalStateException(job.failure);
        }
        job.counters.put("OUTPUT", job.outputRecords);
        job.counters.put("REDUCE_CALLS", (long) job.reduceCalls);
        return job.counters;
    }
}
