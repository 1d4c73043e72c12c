package k09;

import java.util.concurrent.atomic.AtomicLong;

/** An older breaker, still used for field data. Shared by the search pool's threads. */
public class FieldDataBreaker {
    private final long maxBytes;
    private final AtomicLong used = new AtomicLong(0);
    private volatile long tripped;

    public FieldDataBreaker(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    public long add(long bytes) {
        if (used.get() + bytes > maxBytes) { // RACE atomic-compound #1
            tripped++; // RACE rmw #2
            throw new IllegalStateException("field data too large");
        }
        return used.addAndGet(bytes); // RACE atomic-compound #1
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    public long tripped() {
        return tripped;
    }
}
