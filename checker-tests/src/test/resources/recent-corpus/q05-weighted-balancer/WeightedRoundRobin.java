package com.rpcmesh.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Smooth weighted selection. One instance serves all callers of a reference. */
public class WeightedRoundRobin {

    private static final long RECYCLE_PERIOD = 60_000L;

    /** State of one invoker. */
    protected static class Slot {
        private volatile int weight;
        private final AtomicLong current = new AtomicLong(0);
        private volatile long lastUpdate;

        void setWeight(int weight) {
            this.weight = weight;
            current.set(0); // MAYBE
        }

        long increaseCurrent() {
            return current.addAndGet(weight);
        }

        void sel(int total) {
            current.addAndGet(-1L * total);
        }
    }

    private volatile Map<String, Slot> idleSlots = new HashMap<>();
    private final ConcurrentMap<String, ConcurrentMap<String, Slot>> methodSlots = new ConcurrentHashMap<>();
    private final AtomicBoolean updateLock = new AtomicBoolean();
    private long recycled;
    private final Map<String, Integer> recycledByKey = new HashMap<>();

    public String select(String method, List<String> invokers, Map<String, Integer> weights) {
        ConcurrentMap<String, Slot> map = methodSlots.get(method);
        if (map == null) {
            methodSlots.putIfAbsent(method, new ConcurrentHashMap<>());
            map = methodSlots.get(method);
        }
        int totalWeight = 0;
        long maxCurrent = Long.MIN_VALUE;
        long now = System.currentTimeMillis();
        String selected = null;
        Slot selectedSlot = null;
        for (String invoker : invokers) {
            int weight = weights.getOrDefault(invoker, 100);
            Slot slot = map.computeIfAbsent(invoker, k -> {
                Slot s = new Slot();
                s.setWeight(weight);
                return s;
            });
            if (weight != slot.weight) { // MAYBE
                slot.setWeight(weight); // MAYBE
            }
            long cur = slot.increaseCurrent();
            slot.lastUpdate = now;
            if (cur > maxCurrent) {
                maxCurrent = cur;
                selected = invoker;
                selectedSlot = slot;
            }
            totalWeight += weight;
        }
        if (invokers.size() != map.size() && updateLock.compareAndSet(false, true)) {
            try {
                recycle(map, now);
            } finally {
                updateLock.set(false);
            }
        }
        if (selectedSlot == null) {
            throw new IllegalStateException("no invoker for " + method);
        }
        selectedSlot.sel(totalWeight);
        return selected;
    }

    private void recycle(ConcurrentMap<String, Slot> map, long now) {
        Map<String, Slot> copy = new HashMap<>(idleSlots);
        for (Map.Entry<String, Slot> e : map.entrySet()) {
            if (now - e.getValue().lastUpdate > RECYCLE_PERIOD && map.remove(e.getKey(), e.getValue())) { // MAYBE
                copy.put(e.getKey(), e.getValue());
                recycled++;
                recycledByKey.merge(e.getKey(), 1, Integer::sum);
            }
        }
        idleSlots = copy;
    }

    public int idle() {
        return idleSlots.size();
    }
}
