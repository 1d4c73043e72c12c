package org.example.pulsar.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Dispatches the entries of a topic round-robin to the consumers of a shared subscription. */
public class SharedDispatcher implements ReadCallback {
    private static final AtomicIntegerFieldUpdater<SharedDispatcher> PERMITS =
        AtomicIntegerFieldUpdater.newUpdater(SharedDispatcher.class, "totalAvailablePermits");
    private static final AtomicIntegerFieldUpdater<SharedDispatcher> BLOCKED =
        AtomicIntegerFieldUpdater.newUpdater(SharedDispatcher.class, "blockedOnUnacked");

    private final CopyOnWriteArrayList<Consumer> consumers = new CopyOnWriteArrayList<>();
    private final TreeSet<Long> toReplay = new TreeSet<>();
    private final Cursor cursor;
    private volatile int totalAvailablePermits;
    private volatile int blockedOnUnacked;
    private boolean havePendingRead;
    private int nextConsumer;
    private long readFailures;

    public SharedDispatcher(Cursor cursor) {
        this.cursor = cursor;
    }

    public synchronized void addConsumer(Consumer c) {
        consumers.add(c);
    }

    public synchronized void removeConsumer(Consumer c) {
        if (consumers.remove(c)) {
            PERMITS.addAndGet(this, -c.permits);
            toReplay.addAll(c.unacked);
            readMoreEntries();
        }
    }

    public synchronized void consumerFlow(Consumer c, int n) {
        if (!consumers.contains(c)) {
            return;
        }
        c.permits += n;
        PERMITS.addAndGet(this, n);
        readMoreEntries();
    }

    public synchronized void redeliver(Consumer c, List<Long> positions) {
        for (Long p : positions) {
            if (c.unacked.remove(p)) {
                toReplay.add(p);
            }
        }
        readMoreEntries();
    }

    private void readMoreEntries() {
        if (totalAvailablePermits <= 0 || havePendingRead || blockedOnUnacked == 1) {
            return;
        }
        if (!toReplay.isEmpty()) {
            List<Long> replay = new ArrayList<>(toReplay);
            toReplay.clear();
            deliver(replay);
        } else {
            havePendingRead = true;
            cursor.asyncRead(totalAvailablePermits, this);
        }
    }

    @Override
    public synchronized void readEntriesComplete(List<Long> entries) {
        havePendingRead = false;
        deliver(entries);
        readMoreEntries();
    }

    @Override
    public synchronized void readEntriesFailed(Exception e) {
        havePendingRead = false;
        readFailures++;
    }

    private void deliver(List<Long> entries) {
        for (Long pos : entries) {
            Consumer c = next();
            if (c == null) {
                toReplay.add(pos);
                continue;
            }
            c.permits--;
            c.unacked.add(pos);
            PERMITS.decrementAndGet(this);
        }
    }

    private Consumer next() {
        for (int i = 0; i < consumers.size(); i++) {
            Consumer c = consumers.get(nextConsumer++ % consumers.size());
            if (c.permits > 0) {
                return c;
            }
        }
        return null;
    }

    public void blockOnUnacked() {
        if (BLOCKED.compareAndSet(this, 0, 1)) {
            System.getLogger("dispatcher").log(System.Logger.Level.INFO, "blocked");
        }
    }

    public void unblock() {
        if (BLOCKED.compareAndSet(this, 1, 0)) {
            synchronized (this) {
                readMoreEntries();
            }
        }
    }

    static final class Consumer {
        private int permits;
        private final TreeSet<Long> unacked = new TreeSet<>();
    }
}
