package k72;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.annotation.concurrent.GuardedBy;
import javax.annotation.concurrent.ThreadSafe;

/** MQTT subscriptions. */
@ThreadSafe
public class SubscriptionTree {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    private final Node root = new Node();

    @GuardedBy("lock")
    private int subscriptions;

    private int lookups;

    private static final class Node {
        final Map<String, Node> children = new HashMap<>();
        final Set<String> clients = new HashSet<>();
    }

    private <T> T write(Supplier<T> body) {
        lock.writeLock().lock();
        try {
            return body.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T read(Supplier<T> body) {
        lock.readLock().lock();
        try {
            return body.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public boolean subscribe(String topic, String client) {
        return write(() -> {
            Node n = root;
            for (String part : topic.split("/")) {
                Node child = n.children.get(part);
                if (child == null) {
                    child = new Node();
                    n.children.put(part, child);
                }
                n = child;
            }
            if (n.clients.add(client)) {
                subscriptions++;
                return true;
            }
            return false;
        });
    }

    public void unsubscribeAll(String client) {
        write(() -> {
            removeFrom(root, client);
            return null;
        });
    }

    private void removeFrom(Node n, String client) {
        if (n.clients.remove(client)) {
            subscriptions--;
        }
        for (Node c : n.children.values()) {
            removeFrom(c, client);
        }
    }

    public List<String> match(String topic) {
        lookups++; // RACE rmw #1
        return read(() -> {
            List<String> out = new ArrayList<>();
            Node n = root;
            for (String part : topic.split("/")) {
                n = n.children.get(part);
                if (n == null) {
                    return out;
                }
                out.addAll(n.clients);
            }
            return out;
        });
    }

    public int lookups() {
        return lookups;
    }
}
