package com.swiftmq.client;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumed offsets by queue; the consume threads update them, a timer persists them. */
public class OffsetTable {

    private static final Logger log = LoggerFactory.getLogger(OffsetTable.class);

    private final ConcurrentMap<String, AtomicLong> offsets = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> lag = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> acked = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> failed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private long persistedRounds;

    public void start() {
        timer.scheduleAtFixedRate(this::persistAll, 10, 5, TimeUnit.SECONDS);
    }

    public void updateOffset(String queue, long offset, boolean increaseOnly) {
        if (queue == null) {
            return;
        }
        AtomicLong old = offsets.get(queue);
        if (old == null) {
            old = offsets.putIfAbsent(queue, new AtomicLong(offset));
        }
        if (old != null) {
            if (increaseOnly) {
                advance(old, offset);
            } else {
                old.set(offset);
            }
        }
    }

    private static void advance(AtomicLong target, long value) {
        long prev = target.get();
        while (value > prev) {
            if (target.compareAndSet(prev, value)) {
                return;
            }
            prev = target.get();
        }
    }

    public void addLag(String queue, long delta) {
        AtomicLong counter = lag.get(queue); // RACE check-then-act #1
        if (counter == null) { // RACE check-then-act #1
            counter = new AtomicLong();
            lag.put(queue, counter); // RACE check-then-act #1
        }
        counter.addAndGet(delta);
    }

    public void onAck(String queue, int messages) {
        acked.merge(queue, (long) messages, Long::sum);
    }

    public void onFailure(String queue) {
        Long n = failed.get(queue); // RACE check-then-act #2
        failed.put(queue, n == null ? 1L : n + 1); // RACE check-then-act #2
    }

    private void persistAll() {
        Map<String, Long> snapshot = new HashMap<>();
        for (Map.Entry<String, AtomicLong> e : offsets.entrySet()) {
            snapshot.put(e.getKey(), e.getValue().get());
        }
        persistedRounds++;
        log.info("persisted {} offsets in round {}, failures {}", snapshot.size(), persistedRounds, failed);
    }

    public void shutdown() {
        timer.shutdown();
    }
}
