package org.example.http.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Pool of connections, used by all threads which execute requests. */
public class ConnPool {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition condition = lock.newCondition();
    private final Map<String, RouteSpecificPool> routeToPool = new HashMap<>();
    private final int defaultMaxPerRoute;
    private final int maxTotal;
    private int totalAllocated;
    private boolean isShutDown;

    public ConnPool(int defaultMaxPerRoute, int maxTotal) {
        this.defaultMaxPerRoute = defaultMaxPerRoute;
        this.maxTotal = maxTotal;
    }

    private RouteSpecificPool getPool(String route) {
        RouteSpecificPool pool = routeToPool.get(route);
        if (pool == null) {
            pool = new RouteSpecificPool(route);
            routeToPool.put(route, pool);
        }
        return pool;
    }

    public Object lease(String route, long timeoutMs) throws InterruptedException, TimeoutException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        lock.lock();
        try {
            RouteSpecificPool pool = getPool(route);
            for (;;) {
                if (isShutDown) {
                    throw new IllegalStateException("Connection pool shut down");
                }
                RouteSpecificPool.Entry e = pool.getFree();
                if (e != null) {
                    return e;
                }
                if (pool.getAllocated() < defaultMaxPerRoute && totalAllocated < maxTotal) {
                    totalAllocated++;
                    return pool.add();
                }
                pool.queue();
                try {
                    nanos = condition.awaitNanos(nanos);
                } finally {
                    pool.unqueue();
                }
                if (nanos <= 0) {
                    throw new TimeoutException("Timeout waiting for connection");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    public void release(Object entry, boolean reusable) {
        RouteSpecificPool.Entry e = (RouteSpecificPool.Entry) entry;
        lock.lock();
        try {
            getPool(e.route).free(e, reusable);
            if (!reusable) {
                totalAllocated--;
            }
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void closeIdle(long idleMs) {
        lock.lock();
        try {
            long before = System.currentTimeMillis() - idleMs;
            for (RouteSpecificPool p : routeToPool.values()) {
                totalAllocated -= p.removeIdle(before);
            }
        } finally {
            lock.unlock();
        }
    }

    public void shutdown() {
        lock.lock();
        try {
            isShutDown = true;
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
