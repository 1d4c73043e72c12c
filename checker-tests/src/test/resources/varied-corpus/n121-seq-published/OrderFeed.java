package feed.pub;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Sequence lock: writers are serialized by a lock, readers retry when the version moved. */
public final class OrderFeed {
    private final ReentrantLock writers = new ReentrantLock();
    private volatile long version;
    private volatile long bid;
    private volatile long ask;
    private volatile int updates;
    private volatile int retries;

    public void quote(long newBid, long newAsk) {
        writers.lock();
        try {
            version++;
            bid = newBid;
            ask = newAsk;
            updates++;
            version++;
        } finally {
            writers.unlock();
        }
    }

    public void shift(long by) {
        writers.lock();
        try {
            version++;
            bid += by;
            ask += by;
            version++;
        } finally {
            writers.unlock();
        }
    }

    public long[] read() {
        for (;;) {
            long v = version;
            if ((v & 1) == 0) {
                long b = bid;
                long a = ask;
                if (v == version) {
                    return new long[] {b, a, v};
                }
            }
            retries++; // RACE atomic-compound
            LockSupport.parkNanos(1);
        }
    }

    public String stats() {
        return updates + " updates, " + retries + " retries";
    }
}
