package org.example.artemis.paging;

import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Counts the messages of a subscription that have been paged; changed at the commit of transactions (any thread). */
public class PageSubscriptionCounter {
    private static final AtomicLongFieldUpdater<PageSubscriptionCounter> RECORD_ID =
        AtomicLongFieldUpdater.newUpdater(PageSubscriptionCounter.class, "recordID");

    private final AtomicLong value = new AtomicLong();
    private final AtomicLong persistentSize = new AtomicLong();
    private final LinkedList<Long> incrementRecords = new LinkedList<>();
    private final Journal journal;
    private final Executor executor;
    private volatile long recordID = -1;
    private boolean rebuilding;
    private long added;
    private long addedPersistentSize;

    public interface Journal {
        long storeCounter(long value, long size);

        long storeInc(long delta, long size);

        void delete(long id);
    }

    public PageSubscriptionCounter(Journal journal, Executor executor) {
        this.journal = journal;
        this.executor = executor;
    }

    public void increment(int add, long size) {
        long id = journal.storeInc(add, size);
        process(add, size);
        boolean cleanup = false;
        synchronized (this) {
            incrementRecords.add(id);
            if (incrementRecords.size() > 1000) {
                cleanup = true;
            }
        }
        if (cleanup) {
            executor.execute(this::cleanup);
        }
    }

    private void process(int add, long size) {
        long v = value.addAndGet(add);
        persistentSize.addAndGet(size);
        if (v < 0) {
            value.compareAndSet(v, 0);
        }
        if (add > 0) {
            added += add; // RACE rmw
            addedPersistentSize += size; // RACE rmw
        }
    }

    /** Replaces the increments by one record. */
    protected void cleanup() {
        List<Long> deleteList;
        long v;
        long s;
        synchronized (this) {
            if (incrementRecords.size() <= 1000) {
                return;
            }
            v = value.get();
            s = persistentSize.get();
            deleteList = new LinkedList<>(incrementRecords);
            incrementRecords.clear();
        }
        for (Long id : deleteList) {
            journal.delete(id);
        }
        long old = RECORD_ID.getAndSet(this, journal.storeCounter(v, s));
        if (old >= 0) {
            journal.delete(old);
        }
    }

    public void markRebuilding() {
        if (!rebuilding) { // RACE check-then-act #2
            rebuilding = true; // RACE check-then-act #2
            executor.execute(() -> {
                try {
                    value.set(0);
                    persistentSize.set(0);
                } finally {
                    rebuilding = false;
                }
            });
        }
    }

    public long getValue() {
        return value.get();
    }

    public long getAdded() {
        return added;
    }
}
