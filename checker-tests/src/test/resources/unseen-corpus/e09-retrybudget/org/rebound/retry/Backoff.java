package org.rebound.retry;

/** Exponential delays of one call sequence. Copy before use. */
public final class Backoff {
    private final long initial;
    private final int max;
    private long delay;
    private int used;

    public Backoff(long initial, int max) {
        this.initial = initial;
        this.max = max;
        this.delay = initial;
    }

    Backoff copy() {
        return new Backoff(initial, max);
    }

    boolean hasNext() {
        return used < max;
    }

    long next() {
        used++;
        long d = delay;
        delay *= 2;
        return d;
    }
}
