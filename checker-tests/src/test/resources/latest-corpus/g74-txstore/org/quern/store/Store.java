package org.quern.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Key-value store with one writer at a time: {@link #begin} takes the lock and
 * {@link Tx#commit} or {@link Tx#rollback} gives it back.
 */
public final class Store {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> data = new HashMap<>();
    private long version;
    private int commits;
    private int rollbacks;
    private long statements;

    public Tx begin() {
        lock.lock();
        return new Tx();
    }

    public String read(String key) {
        lock.lock();
        try {
            return data.get(key);
        } finally {
            lock.unlock();
        }
    }

    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    public final class Tx {
        private final Map<String, String> undo = new LinkedHashMap<>();
        private int writes;
        private boolean ended;

        private Tx() {
        }

        public void put(String key, String value) {
            String old = data.put(key, value);
            if (!undo.containsKey(key)) {
                undo.put(key, old);
            }
            writes++;
        }

        public String get(String key) {
            return data.get(key);
        }

        public long commit() {
            if (ended) {
                throw new IllegalStateException("ended");
            }
            ended = true;
            long v = ++version;
            commits++;
            lock.unlock();
            statements += writes; // RACE inconsistent-locking #1
            return v;
        }

        public void rollback() {
            if (ended) {
                return;
            }
            ended = true;
            undo.forEach((k, old) -> {
                if (old == null) {
                    data.remove(k);
                } else {
                    data.put(k, old);
                }
            });
            statements += writes;
            rollbacks++;
            lock.unlock();
        }
    }

    public String toString() {
        return commits + " commits, " + rollbacks + " rollbacks, " + statements + " statements";
    }
}
