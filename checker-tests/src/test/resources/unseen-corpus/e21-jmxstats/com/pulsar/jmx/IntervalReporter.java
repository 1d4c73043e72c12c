package com.pulsar.jmx;

import java.util.Timer;
import java.util.TimerTask;

/** Prints the differences between two readings. */
public final class IntervalReporter {
    private final StatsBean stats;
    private final Timer timer = new Timer("reporter", true);
    private long previous;
    private volatile int printed;

    public IntervalReporter(StatsBean stats) {
        this.stats = stats;
    }

    public void start() {
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                long n = stats.drainErrors();
                if (n > previous) {
                    System.err.println("errors are growing: " + n);
                }
                previous = n;
                printed++;
            }
        }, 1000, 1000);
    }

    public int printed() {
        return printed;
    }
}
