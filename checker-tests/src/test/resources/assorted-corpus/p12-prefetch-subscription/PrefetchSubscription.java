package org.hivebroker.region;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A subscription with a prefetch window. Dispatch and acknowledge arrive on different threads. */
public class PrefetchSubscription {

    protected final Object dispatchLock = new Object();
    protected final Object pendingLock = new Object();

    private final List<Long> dispatched = new ArrayList<Long>();
    private final LinkedList<Long> pending = new LinkedList<Long>();
    protected final AtomicInteger prefetchExtension = new AtomicInteger();
    private long enqueueCounter;
    private long dispatchCounter;
    private long dequeueCounter;
    private final int prefetchSize;

    public PrefetchSubscription(int prefetchSize) {
        this.prefetchSize = prefetchSize;
    }

    public void add(long messageId) {
        synchronized (pendingLock) {
            enqueueCounter++;
            pending.addLast(messageId);
        }
        dispatchPending();
    }

    public void acknowledge(long messageId, boolean delivered) {
        if (delivered) {
            prefetchExtension.set(Math.max(prefetchExtension.get(), 1)); // RACE atomic-compound
        } else {
            synchronized (dispatchLock) {
                if (dispatched.remove(Long.valueOf(messageId))) {
                    dequeueCounter++; // RACE wrong-lock #1
                }
            }
            contractExtension();
        }
        dispatchPending();
    }

    private void contractExtension() {
        while (true) {
            int current = prefetchExtension.get();
            int next = Math.max(0, current - 1);
            if (prefetchExtension.compareAndSet(current, next)) {
                break;
            }
        }
    }

    public boolean isFull() {
        synchronized (dispatchLock) {
            return dispatched.size() - prefetchExtension.get() >= prefetchSize;
        }
    }

    protected void dispatchPending() {
        List<Long> batch = new ArrayList<Long>();
        synchronized (pendingLock) {
            synchronized (dispatchLock) {
                while (!pending.isEmpty() && !isFull()) {
                    Long id = pending.removeFirst();
                    dispatched.add(id);
                    dispatchCounter++;
                    batch.add(id);
                }
            }
        }
        for (Long id : batch) {
            onDispatch(id);
        }
    }

    protected void onDispatch(long id) {
    }

    /** Expiry thread. */
    public void expire(long messageId) {
        synchronized (pendingLock) {
            if (pending.remove(Long.valueOf(messageId))) {
                dequeueCounter++; // RACE wrong-lock #1
            }
        }
    }

    public long[] stats() {
        synchronized (pendingLock) {
            synchronized (dispatchLock) {
                return new long[] {enqueueCounter, dispatchCounter, dequeueCounter};
            }
        }
    }
}
