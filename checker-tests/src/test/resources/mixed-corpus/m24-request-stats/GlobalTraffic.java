package reqstats;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Traffic of the whole server; all processors report to the same instance. */
public class GlobalTraffic {

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLongArray byStatusClass = new AtomicLongArray(6);
    private final long[] byMinute = new long[60];
    private final AtomicLong largest = new AtomicLong();
    private volatile long quotaLeft;

    public GlobalTraffic(long quota) {
        this.quotaLeft = quota;
    }

    void onRequest(long sent, int status) {
        bytes.addAndGet(sent);
        byStatusClass.incrementAndGet(status / 100);
        int minute = (int) (System.currentTimeMillis() / 60_000 % 60);
        byMinute[minute] += sent; // RACE rmw #1
        if (sent > largest.get()) {
            largest.set(sent); // RACE atomic-compound #2
        }
        quotaLeft = Math.max(0, quotaLeft - sent); // RACE rmw #3
    }

    public boolean exhausted() {
        return quotaLeft == 0;
    }

    public long bytes() {
        return bytes.get();
    }

    public long largest() {
        return largest.get();
    }
}
