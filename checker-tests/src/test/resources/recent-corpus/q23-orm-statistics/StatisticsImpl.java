package org.relmap.stat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Statistics of a session factory; every session reports here. */
public class StatisticsImpl {

    private final LongAdder queryCount = new LongAdder();
    private final LongAdder flushCount = new LongAdder();
    private final AtomicLong maxTime = new AtomicLong();
    private volatile String maxTimeQuery;
    private final ConcurrentMap<String, QueryStats> queries = new ConcurrentHashMap<>();

    public void queryExecuted(String sql, int rows, long millis) {
        queryCount.increment();
        boolean isLongest = false;
        for (long old = maxTime.get();
                millis > old && !(isLongest = maxTime.compareAndSet(old, millis));
                old = maxTime.get()) {
            // try again with the newer maximum
        }
        if (isLongest) {
            maxTimeQuery = sql; // MAYBE
        }
        queries.computeIfAbsent(sql, QueryStats::new).executed(rows, millis);
    }

    public void flushed() {
        flushCount.increment();
    }

    public Map<String, Long> averages() {
        Map<String, Long> out = new HashMap<>();
        queries.forEach((k, v) -> out.put(k, v.average()));
        return out;
    }

    public String slowest() {
        return maxTimeQuery;
    }
}

/** Figures for one query. */
class QueryStats {
    private final String sql;
    private final Lock readLock;
    private final Lock writeLock;
    private final AtomicLong executions = new AtomicLong();
    private final AtomicLong totalRows = new AtomicLong();
    private long totalMillis;
    private long minMillis = Long.MAX_VALUE;
    private int cacheHits;
    private long lastRun;

    QueryStats(String sql) {
        this.sql = sql;
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        this.readLock = lock.readLock();
        this.writeLock = lock.writeLock();
    }

    void executed(long rows, long millis) {
        readLock.lock();
        try {
            executions.incrementAndGet();
            totalRows.addAndGet(rows);
            totalMillis += millis; // RACE wrong-lock
            if (millis < minMillis) { // RACE wrong-lock #1
                minMillis = millis; // RACE wrong-lock #1
            }
            lastRun = System.currentTimeMillis();
        } finally {
            readLock.unlock();
        }
    }

    void cacheHit() {
        writeLock.lock();
        try {
            cacheHits++;
        } finally {
            writeLock.unlock();
        }
    }

    long average() {
        writeLock.lock();
        try {
            long n = executions.get();
            return n == 0 ? 0 : totalMillis / n;
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public String toString() {
        return sql + " min=" + minMillis + " last=" + lastRun + " hits=" + cacheHits;
    }
}
