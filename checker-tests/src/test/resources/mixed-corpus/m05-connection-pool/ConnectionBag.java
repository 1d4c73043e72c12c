package pool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bag of pooled entries. Borrowers claim an entry by switching its state; waiting borrowers get
 * entries handed over directly. All methods are thread-safe.
 */
public class ConnectionBag {

    private final List<PoolEntry> shared = new CopyOnWriteArrayList<>();
    private final SynchronousQueue<PoolEntry> handoff = new SynchronousQueue<>(true);
    private final AtomicInteger waiters = new AtomicInteger();
    private volatile boolean closed;

    public PoolEntry borrow(long timeout, TimeUnit unit) throws InterruptedException {
        int waiting = waiters.incrementAndGet();
        try {
            for (PoolEntry e : shared) {
                if (e.compareAndSet(PoolEntry.IDLE, PoolEntry.IN_USE)) {
                    return e;
                }
            }
            long left = unit.toNanos(timeout);
            do {
                long start = System.nanoTime();
                PoolEntry e = handoff.poll(left, TimeUnit.NANOSECONDS);
                if (e == null || e.compareAndSet(PoolEntry.IDLE, PoolEntry.IN_USE)) {
                    return e;
                }
                left -= System.nanoTime() - start;
            } while (left > 10_000);
            return null;
        } finally {
            waiters.decrementAndGet();
        }
    }

    public void requite(PoolEntry entry) {
        entry.touch();
        entry.setState(PoolEntry.IDLE);
        for (int i = 0; waiters.get() > 0; i++) {
            if (entry.state() != PoolEntry.IDLE || handoff.offer(entry)) {
                return;
            }
            if ((i & 0xff) == 0xff) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    public void add(PoolEntry entry) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        shared.add(entry); // MAYBE
    }

    /** Removes an entry its caller has claimed before. */
    public boolean remove(PoolEntry entry) {
        if (!entry.compareAndSet(PoolEntry.IN_USE, PoolEntry.REMOVED)
                && !entry.compareAndSet(PoolEntry.RESERVED, PoolEntry.REMOVED)) {
            return false;
        }
        return shared.remove(entry);
    }

    public boolean reserve(PoolEntry entry) {
        return entry.compareAndSet(PoolEntry.IDLE, PoolEntry.RESERVED);
    }

    public List<PoolEntry> values() {
        return shared;
    }

    public int waiting() {
        return waiters.get();
    }

    public void close() {
        closed = true;
    }
}
