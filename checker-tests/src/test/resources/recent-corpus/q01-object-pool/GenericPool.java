package org.fleetpool;

import java.util.NoSuchElementException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A blocking pool. Instances are shared by all the request threads of an application.
 */
public class GenericPool<T> {

    private static final Logger LOG = Logger.getLogger(GenericPool.class.getName());

    private final PooledFactory<T> factory;
    private final LinkedBlockingDeque<T> idle = new LinkedBlockingDeque<>();
    private final AtomicLong createCount = new AtomicLong();
    private final AtomicLong destroyedCount = new AtomicLong();
    private volatile long maxBorrowWaitMillis;
    private volatile int swallowed;
    private final int maxTotal;
    private final long maxWaitMillis;
    private final Object statsLock = new Object();
    private long totalWaitMillis;
    private long borrows;

    public GenericPool(PooledFactory<T> factory, int maxTotal, long maxWaitMillis) {
        this.factory = factory;
        this.maxTotal = maxTotal;
        this.maxWaitMillis = maxWaitMillis;
    }

    public T borrow() throws Exception {
        long begin = System.nanoTime();
        T obj = idle.pollFirst();
        if (obj == null) {
            obj = create();
        }
        if (obj == null) {
            obj = idle.pollFirst(maxWaitMillis, TimeUnit.MILLISECONDS);
        }
        if (obj == null) {
            throw new NoSuchElementException("Timeout waiting for idle object");
        }
        recordBorrow(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        return obj;
    }

    public void giveBack(T obj) {
        if (factory.validate(obj)) {
            idle.addFirst(obj);
        } else {
            destroy(obj);
        }
    }

    private T create() throws Exception {
        long newCount = createCount.incrementAndGet();
        if (newCount > maxTotal) {
            createCount.decrementAndGet();
            return null;
        }
        try {
            return factory.make();
        } catch (Exception e) {
            createCount.decrementAndGet();
            throw e;
        }
    }

    private void destroy(T obj) {
        try {
            factory.destroy(obj);
        } catch (RuntimeException e) {
            swallowed++; // RACE atomic-compound
            LOG.log(Level.FINE, "destroy failed", e);
        } finally {
            destroyedCount.incrementAndGet();
            createCount.decrementAndGet();
        }
    }

    private void recordBorrow(long waited) {
        synchronized (statsLock) {
            totalWaitMillis += waited;
            borrows++;
        }
        if (waited > maxBorrowWaitMillis) { // RACE check-then-act #1
            maxBorrowWaitMillis = waited; // RACE check-then-act #1
        }
    }

    public double meanWaitMillis() {
        synchronized (statsLock) {
            return borrows == 0 ? 0 : (double) totalWaitMillis / borrows;
        }
    }

    public long getMaxBorrowWaitMillis() {
        return maxBorrowWaitMillis;
    }

    public int getSwallowed() {
        return swallowed;
    }
}
