package poolbag;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A lock-free pool. Entries are borrowed and returned by any thread.
 */
public class BagPool<C> {

    private final List<PoolEntry<C>> sharedList = new CopyOnWriteArrayList<>();
    private final SynchronousQueue<PoolEntry<C>> handoffQueue = new SynchronousQueue<>(true);
    private final AtomicInteger waiters = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private final Supplier<C> factory;
    private final int maxSize;
    private volatile boolean closed;

    public BagPool(Supplier<C> factory, int maxSize) {
        this.factory = factory;
        this.maxSize = maxSize;
    }

    PoolEntry<C> borrow(long timeout, TimeUnit unit) throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("pool closed");
        }
        int waiting = waiters.incrementAndGet();
        try {
            for (PoolEntry<C> entry : sharedList) {
                if (entry.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.IN_USE)) {
                    if (waiting > 1) {
                        addConnection();
                    }
                    return entry;
                }
            }
            addConnection();
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            long left = unit.toNanos(timeout);
            do {
                PoolEntry<C> entry = handoffQueue.poll(left, TimeUnit.NANOSECONDS);
                if (entry == null || entry.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.IN_USE)) {
                    return entry;
                }
                left = deadline - System.nanoTime();
            } while (left > 10_000L);
            return null;
        } finally {
            waiters.decrementAndGet();
        }
    }

    void requite(PoolEntry<C> entry) {
        entry.lastAccessed = System.nanoTime();
        entry.setState(PoolEntry.NOT_IN_USE);
        for (int i = 0; waiters.get() > 0; i++) {
            if (entry.getState() != PoolEntry.NOT_IN_USE || handoffQueue.offer(entry)) {
                return;
            }
            Thread.yield();
        }
    }

    private boolean addConnection() {
        int now = total.get(); // RACE atomic-get-then-set #1
        if (now >= maxSize) { // RACE atomic-get-then-set #1
            return false;
        }
        total.set(now + 1); // RACE atomic-get-then-set #1
        PoolEntry<C> entry = new PoolEntry<>(factory.get());
        sharedList.add(entry);
        if (waiters.get() > 0 && !handoffQueue.offer(entry)) {
            Thread.yield();
        }
        return true;
    }

    public void softEvict() {
        for (PoolEntry<C> entry : sharedList) {
            entry.markEvicted();
            if (entry.compareAndSet(PoolEntry.NOT_IN_USE, PoolEntry.RESERVED)) {
                remove(entry);
            }
        }
    }

    private boolean remove(PoolEntry<C> entry) {
        if (!entry.compareAndSet(PoolEntry.RESERVED, PoolEntry.REMOVED)
                && !entry.compareAndSet(PoolEntry.IN_USE, PoolEntry.REMOVED)) {
            return false;
        }
        if (sharedList.remove(entry)) {
            total.decrementAndGet();
        }
        return true;
    }

    public int size() {
        return total.get();
    }

    public void close() {
        closed = true;
        softEvict();
    }
}
