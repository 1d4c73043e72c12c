package org.wagonette.concurrent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Membership of a consumer group as the coordinator sees it; requests come in on a pool. */
public class ConsumerGroup {

    private final Guard guard = new Guard();
    private final ExecutorService requests = Executors.newWorkStealingPool();
    private final Map<String, Long> members = new TreeMap<>();
    private final Map<Integer, String> assignment = new HashMap<>();
    private final List<Runnable> awaitingSync = new ArrayList<>();
    private final int partitions;
    private int generation;
    private int rebalances;
    private long heartbeats;
    private long skippedSweeps;
    private String leader;

    public ConsumerGroup(int partitions) {
        this.partitions = partitions;
    }

    public void onJoin(String member) {
        requests.execute(() -> guard.run(() -> {
            members.put(member, System.nanoTime());
            if (leader == null) {
                leader = member;
            }
            rebalance();
        }));
    }

    public void onHeartbeat(String member) {
        requests.execute(() -> {
            try (Guard.Held h = guard.hold()) {
                heartbeats++;
                if (members.containsKey(member)) {
                    members.put(member, System.nanoTime());
                }
            }
        });
    }

    public void onLeave(String member) {
        requests.execute(() -> guard.run(() -> remove(member)));
    }

    private void remove(String member) {
        if (members.remove(member) != null) {
            if (member.equals(leader)) {
                leader = members.isEmpty() ? null : members.keySet().iterator().next();
            }
            rebalance();
        }
    }

    private void rebalance() {
        guard.assertHeld();
        generation++;
        rebalances++;
        assignment.clear();
        List<String> order = new ArrayList<>(members.keySet());
        for (int p = 0; p < partitions && !order.isEmpty(); p++) {
            assignment.put(p, order.get(p % order.size()));
        }
        List<Runnable> callbacks = new ArrayList<>(awaitingSync);
        awaitingSync.clear();
        callbacks.forEach(requests::execute);
    }

    public void whenRebalanced(Runnable r) {
        guard.run(() -> awaitingSync.add(r));
    }

    public boolean sweep(long olderThanNanos) {
        long limit = System.nanoTime() - olderThanNanos;
        boolean swept = guard.tryRun(() -> {
            for (String m : new ArrayList<>(members.keySet())) {
                if (members.get(m) - limit < 0) {
                    remove(m);
                }
            }
        });
        if (!swept) {
            guard.run(() -> skippedSweeps++);
        }
        return swept;
    }

    public Map<Integer, String> assignment() {
        return guard.get(() -> new HashMap<>(assignment));
    }

    public int nextGeneration() throws Exception {
        return guard.call(() -> ++generation);
    }
}
