package net.heron.mq;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Broker {
    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> committed = new ConcurrentHashMap<>();
    private final ExecutorService io = Executors.newCachedThreadPool();
    private volatile Set<String> muted = Set.of();

    public Future<Long> publish(String topic, byte[] body) {
        return io.submit(() -> {
            if (muted.contains(topic)) {
                return -1L;
            }
            return topic(topic).publish(body);
        });
    }

    Topic topic(String name) {
        return topics.computeIfAbsent(name, n -> new Topic(n, 8));
    }

    /** Advances the group's offset; commits may arrive out of order. */
    public void commit(String group, long offset) {
        Long old = committed.get(group);
        if (old == null || old < offset) {
            committed.put(group, offset); // RACE check-then-act #2
        }
    }

    /** Puts the group back to an earlier offset. */
    public boolean rewind(String group, long from, long to) {
        return committed.replace(group, from, to);
    }

    public void commitAll(Map<String, Long> offsets) {
        offsets.forEach((g, o) -> committed.merge(g, o, Math::max));
    }

    public void mute(String topic) {
        Set<String> next = new HashSet<>(muted);
        next.add(topic);
        muted = next; // RACE read-modify-write #3
    }

    public synchronized void shutdown() {
        if (!io.isShutdown()) {
            io.shutdown();
        }
    }
}
