package org.tidewater.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class FlowEngine {
    private final ConcurrentMap<String, WorkItem> items = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(4);
    private final Map<String, List<String>> waiting = new HashMap<>();
    private boolean started;

    public synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        timers.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    public WorkItem submit(String id) {
        WorkItem item = new WorkItem(id);
        WorkItem other = items.putIfAbsent(id, item);
        if (other != null) {
            throw new IllegalArgumentException("duplicate " + id);
        }
        timers.schedule(() -> expire(item), 1, TimeUnit.HOURS);
        return item;
    }

    private void expire(WorkItem item) {
        if (item.reject()) {
            items.remove(item.id(), item);
        }
    }

    private void sweep() {
        for (WorkItem i : items.values()) {
            if (i.state() == WorkItem.State.DONE) {
                items.remove(i.id(), i);
            }
        }
    }

    /** Registers that {@code item} waits for {@code other}. */
    public void await(String item, String other) {
        synchronized (waiting) {
            waiting.computeIfAbsent(other, k -> new ArrayList<>()).add(item);
        }
    }

    public List<String> release(String other) {
        List<String> freed;
        synchronized (waiting) {
            freed = waiting.get(other);
        }
        if (freed == null) {
            return Collections.emptyList();
        }
        List<String> copy = new ArrayList<>(freed);
        synchronized (waiting) {
            waiting.remove(other); // RACE split-section #2
        }
        return copy;
    }
}
