package com.quicksand.util;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Locks that change or differ: every block is "synchronized", some do not exclude each other. */
public class Moving {
    private List<String> pending = new ArrayList<String>();
    private final List<String> stable = new ArrayList<String>();
    private Integer count = 0;
    private String mode = "a";
    private int switches;
    private long total;
    private final Map<String, Integer> votes = new HashMap<String, Integer>();
    private final Object lock = new Object();

    public void add(String s) {
        synchronized (pending) {
            pending.add(s); // RACE wrong-lock #1
        }
    }

    public List<String> swap() {
        List<String> old;
        synchronized (pending) {
            old = pending; // RACE wrong-lock #1
            pending = new ArrayList<String>(); // RACE wrong-lock #1
        }
        return old;
    }

    public void count() {
        synchronized (count) {
            count++; // RACE wrong-lock
        }
    }

    public void addStable(String s) {
        synchronized (stable) {
            stable.add(s);
        }
    }

    public List<String> swapStable() {
        synchronized (stable) {
            List<String> copy = new ArrayList<String>(stable);
            stable.clear();
            return copy;
        }
    }

    public void total(long n) {
        synchronized (new Object()) {
            total += n; // RACE wrong-lock
        }
    }

    public void vote(String name) {
        Object guard = lock;
        synchronized (guard) {
            Integer n = votes.get(name);
            votes.put(name, n == null ? 1 : n + 1);
        }
    }

    public void toggle() {
        final Moving self = this;
        synchronized (self) {
            mode = mode.equals("a") ? "b" : "a";
            switches++;
        }
    }

    public synchronized int switches() {
        return switches;
    }

    public int count(int ignored) {
        synchronized (lock) {
            return count;
        }
    }
}
