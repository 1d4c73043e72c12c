package org.example.hibernate.stat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Statistics of a session factory; the sessions of all threads report to it. */
public class StatisticsImpl {

    /** Figures of one query. */
    public static final class QueryStatistics {
        private long executionCount;
        private long totalTime;
        private long maxTime;
        private long cacheHits;
        private final Lock readLock;
        private final Lock writeLock;

        QueryStatistics() {
            ReadWriteLock lock = new ReentrantReadWriteLock();
            this.readLock = lock.readLock();
            this.writeLock = lock.writeLock();
        }

        void executed(long time) {
            writeLock.lock();
            try {
                if (time > maxTime) {
                    maxTime = time;
                }
                executionCount++;
                totalTime += time;
            } finally {
                writeLock.unlock();
            }
        }

        void cacheHit() {
            cacheHits++; // RACE rmw
        }

        public double average() {
            readLock.lock();
            try {
                return executionCount == 0 ? 0 : totalTime / (double) executionCount;
            } finally {
                readLock.unlock();
            }
        }
    }

    private volatile boolean isStatisticsEnabled = true;
    private final AtomicLong sessionOpenCount = new AtomicLong();
    private final AtomicLong queryExecutionMaxTime = new AtomicLong();
    private volatile String queryExecutionMaxTimeQueryString;
    private volatile long connectMaxTime;
    private final ConcurrentMap<String, QueryStatistics> queryStatistics = new ConcurrentHashMap<String, QueryStatistics>();
    private final ConcurrentMap<String, AtomicLong> entityLoads = new ConcurrentHashMap<String, AtomicLong>();
    private final Set<String> regionNames = new HashSet<String>();

    public QueryStatistics getQueryStatistics(String sql) {
        QueryStatistics qs = queryStatistics.get(sql);
        if (qs == null) {
            qs = new QueryStatistics();
            QueryStatistics previous = queryStatistics.putIfAbsent(sql, qs);
            if (previous != null) {
                qs = previous;
            }
        }
        return qs;
    }

    public void loadEntity(String entityName) {
        AtomicLong n = entityLoads.get(entityName); // RACE check-then-act #1
        if (n == null) {
            n = new AtomicLong();
            entityLoads.put(entityName, n); // RACE check-then-act #1
        }
        n.incrementAndGet();
    }

    public void openSession(long connectTime) {
        sessionOpenCount.incrementAndGet();
        if (connectTime > connectMaxTime) { // RACE check-then-act #2
            connectMaxTime = connectTime; // RACE check-then-act #2
        }
    }

    public void queryExecuted(String hql, long time) {
        boolean isLongest;
        long old = queryExecutionMaxTime.get();
        while ((isLongest = time > old) && !queryExecutionMaxTime.compareAndSet(old, time)) {
            old = queryExecutionMaxTime.get();
        }
        if (isLongest) {
            queryExecutionMaxTimeQueryString = hql; // MAYBE
        }
        getQueryStatistics(hql).executed(time);
    }

    public void queryCacheHit(String hql, String regionName) {
        if (isStatisticsEnabled) {
            getQueryStatistics(hql).cacheHit();
            if (regionName != null) {
                regionNames.add(regionName); // RACE unsafe-collection
            }
        }
    }

    public void setStatisticsEnabled(boolean b) {
        isStatisticsEnabled = b;
    }

    @Override
    public String toString() {
        return "sessions=" + sessionOpenCount + " max=" + queryExecutionMaxTime + " " + queryExecutionMaxTimeQueryString
                + " connectMax=" + connectMaxTime;
    }
}
