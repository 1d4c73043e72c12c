package com.roost.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Starts and restarts child processes. */
public class Supervisor {
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean(false);
    private final ConcurrentMap<String, Child> children = new ConcurrentHashMap<>();
    private final AtomicReference<ScheduledExecutorService> clock = new AtomicReference<>();
    private final AtomicInteger generation = new AtomicInteger();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    public void start() {
        if (started.get()) {
            return;
        }
        started.set(true); // RACE atomic-get-then-set #1
        generation.incrementAndGet();
        ensureClock().scheduleAtFixedRate(this::checkAll, 1, 1, TimeUnit.SECONDS);
    }

    private ScheduledExecutorService ensureClock() {
        ScheduledExecutorService c = clock.get();
        if (c == null) {
            ScheduledExecutorService fresh = Executors.newScheduledThreadPool(2);
            if (clock.compareAndSet(null, fresh)) {
                return fresh;
            }
            fresh.shutdown();
            c = clock.get();
        }
        return c;
    }

    public boolean drain() {
        if (!draining.getAndSet(true)) {
            for (Child c : children.values()) {
                c.terminate();
            }
            return true;
        }
        return false;
    }

    public void add(String name, Supplier<Process> launcher) {
        Child c = new Child(name, launcher);
        if (children.putIfAbsent(name, c) == null) {
            c.launch();
        }
    }

    private void checkAll() {
        for (Child c : children.values()) {
            if (c.dead() && !draining.get()) {
                c.launch(); // MAYBE
                events.add("restarted " + c.name());
            }
        }
    }

    /** Restart by hand, from the command line's thread. */
    public void restart(String name) {
        Child c = children.get(name);
        if (c != null) {
            c.terminate();
            c.launch();
        }
    }

    public List<String> takeEvents() {
        List<String> out = new ArrayList<>();
        for (String e = events.poll(); e != null; e = events.poll()) {
            out.add(e);
        }
        return out;
    }
}
