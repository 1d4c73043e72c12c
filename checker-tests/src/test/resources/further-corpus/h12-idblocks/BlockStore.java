package idblocks;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

public class BlockStore {

    private final AtomicLong high = new AtomicLong();
    private final ReentrantLock audit = new ReentrantLock();
    private long reservations;

    public long[] reserve(int size) {
        long from = high.getAndAdd(size);
        audit.lock();
        try {
            reservations++;
        } finally {
            audit.unlock();
        }
        return new long[] {from, from + size};
    }

    public void raiseTo(long floor) {
        long now;
        do {
            now = high.get();
            if (now >= floor) {
                return;
            }
        } while (!high.compareAndSet(now, floor));
    }

    public long reservations() {
        audit.lock();
        try {
            return reservations;
        } finally {
            audit.unlock();
        }
    }
}
