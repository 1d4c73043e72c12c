package k25;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A pool of expensive clients. Thread-safe. */
public class BoundedPool<T> {
    private final Supplier<T> factory;
    private final int maxTotal;
    private final AtomicLong createCount = new AtomicLong();
    private final LinkedBlockingDeque<T> idle = new LinkedBlockingDeque<>();
    private final Object makeObjectCountLock = new Object();
    private long makeObjectCount;
    private volatile long borrowed; // statistics only

    public BoundedPool(Supplier<T> factory, int maxTotal) {
        this.factory = factory;
        this.maxTotal = maxTotal;
    }

    public T borrowObject(Duration maxWait) throws InterruptedException {
        T p = idle.pollFirst();
        if (p == null) {
            p = create();
        }
        if (p == null) {
            p = idle.pollFirst(maxWait.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (p == null) {
            throw new IllegalStateException("Timeout waiting for idle object");
        }
        borrowed++; // RACE rmw #1
        return p;
    }

    private T create() throws InterruptedException {
        Boolean create = null;
        while (create == null) {
            synchronized (makeObjectCountLock) {
                final long newCreateCount = createCount.incrementAndGet();
                if (newCreateCount > maxTotal) {
                    createCount.decrementAndGet();
                    if (makeObjectCount == 0) {
                        create = Boolean.FALSE;
                    } else {
                        makeObjectCountLock.wait(100);
                    }
                } else {
                    makeObjectCount++;
                    create = Boolean.TRUE;
                }
            }
        }
        if (!create) {
            return null;
        }
        try {
            return factory.get();
        } catch (RuntimeException e) {
            createCount.decrementAndGet();
            throw e;
        } finally {
            synchronized (makeObjectCountLock) {
                makeObjectCount--;
                makeObjectCountLock.notifyAll();
            }
        }
    }

    public void returnObject(T obj) {
        idle.addFirst(obj);
    }

    public void invalidateObject(T obj) {
        createCount.decrementAndGet();
    }

    public long getBorrowed() {
        return borrowed;
    }
}
