package net.toll.permits;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Packs the free count and the waiter count into one long. */
public final class PermitPool {
    private static final long FREE = 1L << 32;

    private final AtomicLong state;
    private final LongAdder granted = new LongAdder();
    private final Object monitor = new Object();
    private volatile long refusals;
    private long sleeps;

    public PermitPool(int permits) {
        state = new AtomicLong(permits * FREE);
    }

    public boolean tryAcquire() {
        long s = state.get();
        while (s >>> 32 > 0) {
            long witness = state.compareAndExchange(s, s - FREE);
            if (witness == s) {
                granted.increment();
                return true;
            }
            s = witness;
        }
        synchronized (monitor) {
            refusals++;
        }
        return false;
    }

    public void acquire() throws InterruptedException {
        if (tryAcquire()) {
            return;
        }
        state.incrementAndGet();
        try {
            synchronized (monitor) {
                while (!tryAcquire()) {
                    sleeps++;
                    monitor.wait(50);
                }
            }
        } finally {
            state.decrementAndGet();
        }
    }

    public void release() {
        long before = state.getAndAdd(FREE);
        if ((int) before > 0) {
            synchronized (monitor) {
                monitor.notify();
            }
        }
    }

    public long refusals() {
        return refusals;
    }
}
