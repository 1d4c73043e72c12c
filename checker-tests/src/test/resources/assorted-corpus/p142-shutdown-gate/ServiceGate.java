package com.bigbank.svc;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Calls share the read lock, reconfiguration takes the write lock. */
public class ServiceGate {
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final LongAdder calls = new LongAdder();
    private final Map<String, String> routes = new HashMap<String, String>();
    private final Map<String, LongAdder> perRoute = new HashMap<String, LongAdder>();
    private boolean closed;
    private int reconfigurations;
    private volatile int epoch;

    public String call(String name) {
        Lock r = gate.readLock();
        r.lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            calls.increment();
            String target = routes.get(name);
            LongAdder a = perRoute.get(name);
            if (a != null) {
                a.increment();
            }
            return target;
        } finally {
            r.unlock();
        }
    }

    public void route(String name, String target) {
        Lock w = gate.writeLock();
        w.lock();
        try {
            routes.put(name, target);
            if (!perRoute.containsKey(name)) {
                perRoute.put(name, new LongAdder());
            }
            reconfigured();
        } finally {
            w.unlock();
        }
    }

    private void reconfigured() {
        reconfigurations++;
        epoch++;
    }

    public boolean close() {
        gate.writeLock().lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            routes.clear();
            reconfigured();
            return true;
        } finally {
            gate.writeLock().unlock();
        }
    }

    public int epoch() {
        return epoch;
    }

    public long calls() {
        return calls.sum();
    }
}
