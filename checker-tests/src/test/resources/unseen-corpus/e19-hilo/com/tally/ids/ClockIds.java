package com.tally.ids;

import java.util.concurrent.atomic.AtomicInteger;

/** Time-ordered ids: milliseconds, node, sequence. */
public final class ClockIds {
    private static int instances;
    private final int node;
    private long lastMillis;
    private int sequence;
    private final AtomicInteger clockSteps = new AtomicInteger();

    public ClockIds(int node) {
        this.node = node;
        synchronized (ClockIds.class) {
            instances++;
        }
    }

    public synchronized long next() {
        long now = System.currentTimeMillis();
        if (now < lastMillis) {
            clockSteps.incrementAndGet();
            now = lastMillis;
        }
        if (now == lastMillis) {
            sequence = (sequence + 1) & 0xfff;
            if (sequence == 0) {
                now = lastMillis + 1;
            }
        } else {
            sequence = 0;
        }
        lastMillis = now;
        return now << 22 | (long) node << 12 | sequence;
    }

    public static int instances() {
        synchronized (ClockIds.class) {
            return instances;
        }
    }
}
