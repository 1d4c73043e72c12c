package org.example.metrics.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Registry whose meters report the values of the last complete step. */
public class StepRegistry {
    private final Map<String, StepCounter> counters = new ConcurrentHashMap<>();
    private volatile Map<String, StepCounter> snapshot = Map.of();
    private final Object meterMapLock = new Object();
    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    private final long stepMillis;
    private int published;

    public StepRegistry(long stepMillis) {
        this.stepMillis = stepMillis;
    }

    public void start() {
        publisher.scheduleAtFixedRate(this::publish, stepMillis, stepMillis, TimeUnit.MILLISECONDS);
    }

    public StepCounter counter(String name) {
        StepCounter c = counters.get(name);
        if (c == null) {
            synchronized (meterMapLock) {
                c = counters.get(name);
                if (c == null) {
                    c = new StepCounter(stepMillis);
                    counters.put(name, c);
                    Map<String, StepCounter> copy = new LinkedHashMap<>(snapshot);
                    copy.put(name, c);
                    snapshot = copy;
                }
            }
        }
        return c;
    }

    private void publish() {
        for (Map.Entry<String, StepCounter> e : snapshot.entrySet()) {
            System.out.println(e.getKey() + "=" + e.getValue().poll());
            published++;
        }
    }

    /** Counter that anybody may increment and poll. */
    public static final class StepCounter {
        private final long stepMillis;
        private final AtomicLong lastInitPos;
        private final LongAdder events = new LongAdder();
        private final DoubleAdder current = new DoubleAdder();
        private volatile double previous;

        StepCounter(long stepMillis) {
            this.stepMillis = stepMillis;
            this.lastInitPos = new AtomicLong(System.currentTimeMillis() / stepMillis);
        }

        public void increment(double amount) {
            current.add(amount);
            events.increment();
        }

        private void rollCount(long now) {
            long stepTime = now / stepMillis;
            long lastInit = lastInitPos.get();
            if (lastInit < stepTime && lastInitPos.compareAndSet(lastInit, stepTime)) {
                double v = current.sumThenReset();
                previous = lastInit == stepTime - 1 ? v : 0.0;
            }
        }

        public double poll() {
            rollCount(System.currentTimeMillis());
            return previous;
        }

        public long events() {
            return events.sum();
        }
    }
}
