package org.example.activemq.broker.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Routes messages; transport connection threads call it. */
public class RegionBroker {

    static final class Queue {
        final String name;
        final DestinationStatistics stats;
        final ConcurrentLinkedQueue<byte[]> messages = new ConcurrentLinkedQueue<>();
        private final List<String> subscriptions = new ArrayList<>();

        Queue(String name, DestinationStatistics broker) {
            this.name = name;
            this.stats = new DestinationStatistics(broker);
        }

        void addSubscription(String clientId) {
            subscriptions.add(clientId); // RACE unsafe-collection
            stats.consumerDelta(1);
        }

        String owner() {
            return subscriptions.isEmpty() ? null : subscriptions.get(0);
        }
    }

    private final DestinationStatistics brokerStats = new DestinationStatistics(null);
    private final Map<String, Queue> destinations = new HashMap<>();
    private final ReentrantReadWriteLock destinationsLock = new ReentrantReadWriteLock();
    private final Map<String, String> brokerIds = new ConcurrentHashMap<>();
    private final int limit;

    public RegionBroker(int limit) {
        this.limit = limit;
    }

    Queue addDestination(String name) {
        destinationsLock.writeLock().lock();
        try {
            Queue q = destinations.get(name);
            if (q == null) {
                q = new Queue(name, brokerStats);
                destinations.put(name, q);
            }
            return q;
        } finally {
            destinationsLock.writeLock().unlock();
        }
    }

    Queue lookup(String name) {
        destinationsLock.readLock().lock();
        try {
            Queue q = destinations.get(name);
            if (q != null) {
                return q;
            }
        } finally {
            destinationsLock.readLock().unlock();
        }
        return addDestination(name);
    }

    public void addConnection(String clientId, String brokerUrl) {
        if (brokerIds.containsKey(clientId)) { // RACE check-then-act #1
            throw new IllegalStateException("Broker: client " + clientId + " already connected");
        }
        brokerIds.put(clientId, brokerUrl); // RACE check-then-act #1
    }

    public void removeConnection(String clientId) {
        brokerIds.remove(clientId);
    }

    public void subscribe(String clientId, String queue) {
        lookup(queue).addSubscription(clientId);
    }

    public void send(String queue, byte[] body) {
        Queue q = lookup(queue);
        if (q.messages.size() > limit) {
            q.stats.sendBlocked();
        }
        q.messages.add(body);
        q.stats.onEnqueue(body.length);
    }

    public byte[] receive(String queue) {
        Queue q = lookup(queue);
        byte[] m = q.messages.poll();
        if (m != null) {
            q.stats.onDequeue();
        }
        return m;
    }
}
