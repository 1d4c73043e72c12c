package k09;

import java.util.concurrent.atomic.AtomicLong;

/** Stops requests whose memory estimate does not fit. Shared by all transport threads. */
public class ChildBreaker {
    private final String name;
    private final AtomicLong used = new AtomicLong(0);
    private final AtomicLong trippedCount = new AtomicLong(0);
    private volatile long limitBytes;
    private volatile double overheadConstant;

    public ChildBreaker(String name, long limit, double overhead) {
        this.name = name;
        this.limitBytes = limit;
        this.overheadConstant = overhead;
    }

    public double addEstimateBytesAndMaybeBreak(long bytes, String label) {
        final long limit = this.limitBytes;
        if (limit == 0) {
            circuitBreak(label, bytes);
        }
        long newUsed;
        if (limit == -1) {
            newUsed = used.addAndGet(bytes);
        } else {
            newUsed = limit(bytes, label, overheadConstant, limit);
        }
        return newUsed;
    }

    private long limit(long bytes, String label, double overhead, long memoryBytesLimit) {
        long currentUsed;
        long newUsed;
        do {
            currentUsed = this.used.get();
            newUsed = currentUsed + bytes;
            long withOverhead = (long) (newUsed * overhead);
            if (memoryBytesLimit > 0 && withOverhead > memoryBytesLimit) {
                circuitBreak(label, withOverhead);
            }
        } while (!this.used.compareAndSet(currentUsed, newUsed));
        return newUsed;
    }

    public long addWithoutBreaking(long bytes) {
        long u = used.addAndGet(bytes);
        assert u >= 0 : "used bytes must be >= 0 but was " + u;
        return u;
    }

    public void setLimitAndOverhead(long limit, double overhead) {
        this.limitBytes = limit;
        this.overheadConstant = overhead;
    }

    private void circuitBreak(String label, long bytes) {
        trippedCount.incrementAndGet();
        throw new IllegalStateException("[" + name + "] data for [" + label + "] would be " + bytes);
    }
}
