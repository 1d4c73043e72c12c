package com.pulsar.jmx;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Exposed over JMX; request threads record, operators read and reset. */
public class StatsBean implements StatsBeanMBean {
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final AtomicLong totalNanos = new AtomicLong();
    private final AtomicReference<String> lastError = new AtomicReference<>("");
    private final AtomicReference<String> history = new AtomicReference<>("");

    public void record(long nanos) {
        requests.increment();
        totalNanos.addAndGet(nanos);
        slowest.accumulate(nanos);
    }

    public void failed(String message) {
        errors.increment();
        lastError.set(message);
        history.set(history.get() + message + '\n'); // RACE atomic-compound
    }

    @Override
    public long drainRequests() {
        long n = requests.sum(); // RACE atomic-compound #1
        requests.reset(); // RACE atomic-compound #1
        return n;
    }

    @Override
    public long drainErrors() {
        return errors.sumThenReset();
    }

    @Override
    public long drainNanos() {
        return totalNanos.getAndSet(0);
    }

    @Override
    public long slowest() {
        return slowest.getThenReset();
    }

    @Override
    public String lastError() {
        return lastError.getAndSet("");
    }

    public String history() {
        return history.get();
    }
}
