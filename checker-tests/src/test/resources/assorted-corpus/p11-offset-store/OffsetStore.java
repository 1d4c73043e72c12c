package org.rocketeer.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

public class OffsetStore {
    private final ConcurrentMap<String, AtomicLong> offsetTable = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> committed = new ConcurrentHashMap<>();
    private long persistTimes;

    /** Called by each consume thread after a batch. */
    public void updateOffset(String queue, long offset, boolean increaseOnly) {
        if (queue == null) {
            return;
        }
        AtomicLong old = offsetTable.get(queue);
        if (old == null) {
            old = offsetTable.putIfAbsent(queue, new AtomicLong(offset));
        }
        if (old != null) {
            if (increaseOnly) {
                long prev = old.get(); // RACE atomic-compound #1
                if (offset > prev) {
                    old.set(offset); // RACE atomic-compound #1
                }
            } else {
                old.set(offset);
            }
        }
    }

    public void advance(String queue, long offset) {
        AtomicLong holder = offsetTable.computeIfAbsent(queue, q -> new AtomicLong());
        long prev = holder.get();
        while (prev < offset) {
            if (holder.compareAndSet(prev, offset)) {
                return;
            }
            prev = holder.get();
        }
    }

    public void commit(String queue, long offset) {
        Long c = committed.get(queue); // RACE check-then-act #2
        if (c == null || c < offset) {
            committed.put(queue, offset); // RACE check-then-act #2
        }
    }

    public void commitMax(String queue, long offset) {
        committed.merge(queue, offset, Math::max);
    }

    /** From the persist timer and on shutdown. */
    public synchronized Map<String, Long> persistAll(Set<String> queues) {
        Map<String, Long> copy = new HashMap<>();
        for (Map.Entry<String, AtomicLong> e : offsetTable.entrySet()) {
            if (queues.contains(e.getKey())) {
                copy.put(e.getKey(), e.getValue().get());
            } else {
                offsetTable.remove(e.getKey(), e.getValue());
            }
        }
        persistTimes++;
        return copy;
    }

    public synchronized long getPersistTimes() {
        return persistTimes;
    }
}
