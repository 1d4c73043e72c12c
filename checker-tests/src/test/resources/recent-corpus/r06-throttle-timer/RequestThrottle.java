package r06throttletimer;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Counts the calls of a second and rejects those above the limit. Called by all worker threads.
 */
public class RequestThrottle {

    private final int limit;
    private final AtomicInteger inSecond = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final Timer timer = new Timer("throttle", true);
    private long ticks;

    public RequestThrottle(int limit, LongConsumer servedSink, LongConsumer rejectedSink) {
        this.limit = limit;
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                inSecond.set(0);
                ticks++;
                if (ticks % 60 == 0) {
                    flush(servedSink, rejectedSink);
                }
            }
        }, 1000, 1000);
    }

    public boolean tryEnter() {
        if (inSecond.incrementAndGet() > limit) {
            rejected.incrementAndGet();
            return false;
        }
        served.incrementAndGet();
        return true;
    }

    private void flush(LongConsumer servedSink, LongConsumer rejectedSink) {
        servedSink.accept(served.getAndSet(0));
        long n = rejected.get(); // RACE atomic-compound #1
        if (n > 0) {
            rejectedSink.accept(n);
            rejected.set(0); // RACE atomic-compound #1
        }
    }

    public void stop() {
        timer.cancel();
    }
}
