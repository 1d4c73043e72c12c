package cache.mem;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Reference counted memory; freed when the last user is gone. */
public class SharedSegment {
    private final AtomicInteger refs = new AtomicInteger(1);
    private final AtomicBoolean freed = new AtomicBoolean();
    private byte[] memory;
    private volatile int pins;

    public SharedSegment(int size) {
        memory = new byte[size];
    }

    public boolean tryRetain() {
        if (refs.get() > 0) { // RACE atomic-compound #1
            refs.incrementAndGet(); // RACE atomic-compound #1
            return true;
        }
        return false;
    }

    public boolean tryRetainLoop() {
        int n = refs.get();
        while (n > 0) {
            if (refs.compareAndSet(n, n + 1)) {
                return true;
            }
            n = refs.get();
        }
        return false;
    }

    public void release() {
        if (refs.decrementAndGet() == 0 && freed.compareAndSet(false, true)) {
            memory = null;
        }
    }

    public int pin() {
        return ++pins; // RACE atomic-compound #2
    }

    public int unpin() {
        synchronized (this) {
            return --pins; // RACE atomic-compound #2
        }
    }

    public byte[] memory() {
        return memory;
    }
}
