package org.larkmq.client;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One schedule per connection; the receiver resets the outstanding counter. */
public class KeepAlive {
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile int pings;
    private volatile int pongs;

    public void start(ScheduledExecutorService timer, Runnable ping, Runnable lost) {
        timer.scheduleWithFixedDelay(() -> {
            if (outstanding.getAndIncrement() > 2) {
                lost.run();
            } else {
                pings++;
                ping.run();
            }
        }, 1, 1, TimeUnit.SECONDS);
    }

    public void onPong() {
        outstanding.set(0);
        synchronized (this) {
            pongs++;
        }
    }

    public int missing() {
        return pings - pongs;
    }
}
