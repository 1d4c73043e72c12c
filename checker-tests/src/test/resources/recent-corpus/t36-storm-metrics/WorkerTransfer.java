package org.example.storm.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects outgoing tuples of all executors of the worker process. */
public class WorkerTransfer {

    /** A counter for metrics consumers. */
    static final class CountMetric {
        private long value;

        void incr() {
            value++; // RACE rmw
        }

        void incrBy(long n) {
            value += n; // RACE rmw
        }

        long getValue() {
            return value;
        }
    }

    private static int transferSeq;
    private final CountMetric transferred = new CountMetric();
    private final Map<Integer, List<String>> remote = new HashMap<>();
    private final Object remoteLock = new Object();
    private final int[] backPressure = new int[8];
    private int drops;

    void transfer(String stream, int task, String tuple) {
        int seq = nextSeq();
        int bucket = task & 7;
        synchronized (remoteLock) {
            List<String> l = remote.get(bucket);
            if (l == null) {
                l = new ArrayList<>();
                remote.put(bucket, l);
            }
            l.add(seq + ":" + tuple);
            if (l.size() > 1000) {
                remote.remove(bucket);
                transferred.incrBy(l.size());
            }
        }
        if (task < 0 || "_".equals(stream)) {
            transferred.incr();
        }
    }

    private static int nextSeq() {
        return ++transferSeq; // RACE rmw
    }

    synchronized void dropped() {
        drops++;
        backPressure[drops & 7] += 1;
    }

    @Override
    public String toString() {
        return "transferred=" + transferred.getValue() + " seq=" + transferSeq;
    }

    public static WorkerTransfer launch(int executors) {
        WorkerTransfer t = new WorkerTransfer();
        for (int i = 0; i < executors; i++) {
            new ExecutorStats("executor-" + i, t, 20).start();
        }
        return t;
    }
}
