package com.graniteport.wms;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A zone of the warehouse: shelves, robots working there, and a running total of moves. */
public class Zone {
    private final Object shelfLock = new Object();
    private final Object robotLock = new Object();
    private final Map<String, Integer> shelves = new HashMap<>();
    private final Set<String> robots = new LinkedHashSet<>();
    private int moves;
    private int congestion;

    public void store(String article, int n) {
        synchronized (shelfLock) {
            Integer have = shelves.get(article);
            shelves.put(article, have == null ? n : have + n);
            moves++; // RACE inconsistent-locking #1
        }
    }

    public int pick(String article, int n) {
        synchronized (shelfLock) {
            int have = shelves.getOrDefault(article, 0);
            int got = Math.min(have, n);
            if (got == have) {
                shelves.remove(article);
            } else {
                shelves.put(article, have - got);
            }
            return got;
        }
    }

    public boolean enter(String robot) {
        synchronized (robotLock) {
            if (robots.size() >= 5) {
                congestion++;
                return false;
            }
            return robots.add(robot);
        }
    }

    public void leave(String robot) {
        synchronized (robotLock) {
            if (robots.remove(robot)) {
                moves++; // RACE inconsistent-locking #1
            }
        }
    }

    /** Moves everything to another zone. */
    public void moveAllTo(Zone other) {
        Map<String, Integer> all;
        synchronized (shelfLock) {
            all = new HashMap<>(shelves);
        }
        all.forEach(other::store);
        synchronized (shelfLock) {
            shelves.clear(); // RACE split-section #2
        }
    }

    public String status() {
        synchronized (robotLock) {
            return robots + " congestion " + congestion;
        }
    }
}
