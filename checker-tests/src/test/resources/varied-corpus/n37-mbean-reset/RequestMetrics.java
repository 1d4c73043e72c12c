package ops.jmx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Interval metrics: the poller reads and resets them once a minute while requests come in. */
public class RequestMetrics implements RequestMetricsMBean {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder cacheHits = new LongAdder();
    private final AtomicInteger slow = new AtomicInteger();

    public void onRequest(int size, boolean failed, long millis) {
        requests.incrementAndGet();
        bytes.add(size);
        if (failed) {
            errors.incrementAndGet();
        }
        if (millis > 1000) {
            slow.incrementAndGet();
        } else {
            cacheHits.increment();
        }
    }

    @Override
    public List<Long> pollAndReset() {
        List<Long> out = new ArrayList<>();
        out.add(requests.get()); // RACE atomic-compound #1
        requests.set(0); // RACE atomic-compound #1
        out.add(errors.getAndSet(0));
        long b = bytes.sum(); // RACE atomic-compound #2
        bytes.reset(); // RACE atomic-compound #2
        out.add(b);
        out.add(cacheHits.sumThenReset());
        int s = slow.get();
        slow.addAndGet(-s);
        out.add((long) s);
        return out;
    }
}
