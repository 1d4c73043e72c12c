package com.roost.ops;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

class Child {
    private final String name;
    private final Supplier<Process> launcher;
    private Process process;
    private volatile int launches;
    private volatile long lastLaunch;
    private final AtomicLong backoff = new AtomicLong(100);

    Child(String name, Supplier<Process> launcher) {
        this.name = name;
        this.launcher = launcher;
    }

    String name() {
        return name;
    }

    void launch() {
        synchronized (this) {
            if (process != null && process.isAlive()) {
                return;
            }
            process = launcher.get();
        }
        launches++; // RACE read-modify-write #2
        lastLaunch = System.currentTimeMillis();
        backoff.updateAndGet(b -> Math.min(60_000, b * 2));
    }

    synchronized boolean dead() {
        return process != null && !process.isAlive();
    }

    synchronized void terminate() {
        if (process != null) {
            process.destroy();
            process = null;
        }
    }

    public String toString() {
        return name + " launched " + launches + " times, last " + lastLaunch;
    }
}
