package com.signalbox.queue;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

public final class Task implements Delayed {
    private final String name;
    private final int priority;
    private final long due;
    private final Runnable body;
    private int runs;

    public Task(String name, int priority, long due, Runnable body) {
        this.name = name;
        this.priority = priority;
        this.due = due;
        this.body = body;
    }

    int priority() {
        return priority;
    }

    boolean run() {
        runs++;
        try {
            body.run();
            return true;
        } catch (RuntimeException e) {
            return runs >= 3;
        }
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed o) {
        return Integer.compare(((Task) o).priority, priority);
    }

    public String toString() {
        return name;
    }
}
