package org.example.rocketmq.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Offsets of all consumer groups; used by the broker's pull and admin thread pools. */
public class ConsumerOffsetManager {

    private final ConcurrentMap<String, ConcurrentMap<Integer, Long>> offsetTable = new ConcurrentHashMap<>(512);
    private final ConcurrentMap<String, AtomicLong> pullOffsets = new ConcurrentHashMap<>();
    private final Map<String, Long> resetOffsets = new HashMap<>();
    private final ScheduledExecutorService scheduled = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong versionChangeCounter = new AtomicLong();
    private final AtomicLong dataVersion = new AtomicLong();
    private long persistTimes;
    private int lastSize;

    public void start() {
        scheduled.scheduleAtFixedRate(this::persist, 5, 5, TimeUnit.SECONDS);
    }

    public void commitOffset(String group, String topic, int queueId, long offset) {
        String key = topic + "@" + group;
        ConcurrentMap<Integer, Long> map = offsetTable.get(key); // RACE check-then-act #1
        if (map == null) {
            map = new ConcurrentHashMap<>(32);
            map.put(queueId, offset);
            offsetTable.put(key, map); // RACE check-then-act #1
        } else {
            Long stored = map.put(queueId, offset);
            if (stored != null && offset < stored) {
                System.getLogger("broker").log(System.Logger.Level.WARNING,
                        "[NOTIFYME]update consumer offset less than store. {0} {1}", key, offset);
            }
        }
        if (versionChangeCounter.incrementAndGet() % 100 == 0) {
            dataVersion.incrementAndGet();
        }
    }

    /** Moves the pull offset forward, never back. */
    public void commitPullOffset(String group, int queueId, long offset) {
        AtomicLong old = pullOffsets.computeIfAbsent(group + "-" + queueId, k -> new AtomicLong(-1));
        if (offset > old.get()) { // RACE atomic-compound #2
            old.set(offset); // RACE atomic-compound #2
        }
    }

    public void commitMax(String group, int queueId, long offset) {
        pullOffsets.merge(group + "-" + queueId, new AtomicLong(offset), (a, b) -> {
            a.accumulateAndGet(b.get(), Math::max);
            return a;
        });
    }

    public void assignResetOffset(String group, int queueId, long offset) {
        resetOffsets.put(group + "@" + queueId, offset); // RACE unsafe-collection
    }

    public long queryOffset(String group, String topic, int queueId) {
        ConcurrentMap<Integer, Long> map = offsetTable.get(topic + "@" + group);
        if (map == null) {
            return -1;
        }
        Long v = map.get(queueId);
        return v == null ? -1 : v;
    }

    private void persist() {
        persistTimes++;
        int size = offsetTable.size();
        if (size != lastSize) {
            lastSize = size;
        }
        System.getLogger("broker").log(System.Logger.Level.INFO,
                "persist {0} v{1} times {2}", size, dataVersion.get(), persistTimes);
    }
}
