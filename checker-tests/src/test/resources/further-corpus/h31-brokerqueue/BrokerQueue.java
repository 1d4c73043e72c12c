package brokerqueue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The Queue is a List of messages, each of which is dispatched to one of its subscriptions.
 */
public class BrokerQueue {

    private final String destination;
    private final ReentrantReadWriteLock consumersLock = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock messagesLock = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock pagedInLock = new ReentrantReadWriteLock();
    private final ReentrantLock dispatchMutex = new ReentrantLock();

    private final List<Subscription> consumers = new ArrayList<>(50);
    private final Map<String, Object> pagedInMessages = new LinkedHashMap<>();
    private final LinkedList<String> messages = new LinkedList<>();
    private final DestinationStatistics statistics = new DestinationStatistics();

    private int consumerTurn;
    private int exclusiveConsumers;

    public BrokerQueue(String destination) {
        this.destination = destination;
    }

    public void addSubscription(Subscription sub) {
        consumersLock.writeLock().lock();
        try {
            consumers.add(sub); // MAYBE
            if (sub.isExclusive()) {
                exclusiveConsumers++; // MAYBE
            }
        } finally {
            consumersLock.writeLock().unlock();
        }
        statistics.consumerAdded();
        doDispatch();
    }

    public void removeSubscription(Subscription sub) {
        pagedInLock.writeLock().lock();
        try {
            consumers.remove(sub); // RACE inconsistent-locking #1
            if (sub.isExclusive()) {
                exclusiveConsumers--; // RACE inconsistent-locking #1
            }
            for (String id : sub.unacknowledged()) {
                pagedInMessages.remove(id);
            }
        } finally {
            pagedInLock.writeLock().unlock();
        }
        statistics.consumerRemoved();
    }

    public void send(String id) {
        messagesLock.writeLock().lock();
        try {
            messages.addLast(id);
        } finally {
            messagesLock.writeLock().unlock();
        }
        statistics.enqueued();
        doDispatch();
    }

    public void acknowledge(String id) {
        Object removed;
        pagedInLock.writeLock().lock();
        try {
            removed = pagedInMessages.remove(id);
        } finally {
            pagedInLock.writeLock().unlock();
        }
        if (removed != null) {
            statistics.dequeued();
        }
    }

    private void doDispatch() {
        dispatchMutex.lock();
        try {
            String id;
            while ((id = pageIn()) != null) {
                Subscription target = next();
                if (target == null) {
                    giveBack(id);
                    return;
                }
                target.add(id);
            }
        } finally {
            dispatchMutex.unlock();
        }
    }

    private String pageIn() {
        messagesLock.writeLock().lock();
        try {
            if (messages.isEmpty()) {
                return null;
            }
            String id = messages.removeFirst();
            pagedInLock.writeLock().lock();
            try {
                pagedInMessages.put(id, destination);
            } finally {
                pagedInLock.writeLock().unlock();
            }
            return id;
        } finally {
            messagesLock.writeLock().unlock();
        }
    }

    private void giveBack(String id) {
        messagesLock.writeLock().lock();
        try {
            pagedInLock.writeLock().lock();
            try {
                pagedInMessages.remove(id);
            } finally {
                pagedInLock.writeLock().unlock();
            }
            messages.addFirst(id);
        } finally {
            messagesLock.writeLock().unlock();
        }
    }

    private Subscription next() {
        consumersLock.readLock().lock();
        try {
            if (consumers.isEmpty()) {
                return null;
            }
            consumerTurn = (consumerTurn + 1) % consumers.size();
            return consumers.get(exclusiveConsumers > 0 ? 0 : consumerTurn);
        } finally {
            consumersLock.readLock().unlock();
        }
    }
}
