package db.locks;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Row locks of a database with deadlock victims; callers are transaction threads. */
public class LockTable {
    private static final class Row {
        long owner;
        int holds;
        final Queue<Long> waiting = new ArrayDeque<>();
        Condition free;
    }

    private final ReentrantLock latch = new ReentrantLock();
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<Long, Integer> perTx = new HashMap<>();
    private long grants;
    private long waits;
    private volatile int victims;
    private int escalations;

    public boolean acquire(long tx, String key, long nanos) throws InterruptedException {
        latch.lock();
        try {
            Row row = row(key);
            if (row.owner != tx && row.holds > 0) {
                waits++;
                row.waiting.add(tx);
                try {
                    long left = nanos;
                    while (row.holds > 0) {
                        if (left <= 0) {
                            victims++;
                            return false;
                        }
                        left = row.free.awaitNanos(left);
                    }
                } finally {
                    row.waiting.remove(tx);
                }
            }
            row.owner = tx;
            row.holds++;
            grants++;
            count(tx, 1);
            return true;
        } finally {
            latch.unlock();
        }
    }

    private Row row(String key) {
        Row r = rows.get(key);
        if (r == null) {
            r = new Row();
            r.free = latch.newCondition();
            rows.put(key, r);
        }
        return r;
    }

    private void count(long tx, int by) {
        Integer n = perTx.get(tx);
        int now = (n == null ? 0 : n) + by;
        if (now == 0) {
            perTx.remove(tx);
        } else {
            perTx.put(tx, now);
        }
    }

    public void release(long tx, String key) {
        latch.lock();
        try {
            Row row = rows.get(key);
            if (row == null || row.owner != tx) {
                throw new IllegalMonitorStateException(key);
            }
            count(tx, -1);
            if (--row.holds == 0) {
                row.owner = 0;
                if (row.waiting.isEmpty()) {
                    rows.remove(key);
                } else {
                    row.free.signal();
                }
            }
        } finally {
            latch.unlock();
        }
    }

    public boolean shouldEscalate(long tx) {
        boolean many;
        latch.lock();
        try {
            many = perTx.getOrDefault(tx, 0) > 5000;
        } finally {
            latch.unlock();
        }
        if (many) {
            escalations++; // RACE rmw
        }
        return many;
    }

    public int victims() {
        return victims;
    }

    public String stats() {
        latch.lock();
        try {
            return grants + " grants, " + waits + " waits, " + escalations + " escalations";
        } finally {
            latch.unlock();
        }
    }
}
