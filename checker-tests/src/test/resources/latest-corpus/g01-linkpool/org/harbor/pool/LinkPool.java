package org.harbor.pool;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounded pool of {@link Link}s. Any thread may borrow and give back; a link belongs to
 * the borrower from {@link #borrow} until {@link #giveBack}.
 */
public final class LinkPool implements AutoCloseable {
    private static final int MAX_USES = 10_000;

    private final LinkedBlockingDeque<Link> idle = new LinkedBlockingDeque<>();
    private final ReentrantLock idLock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong borrowed = new AtomicLong();
    private final int limit;
    private final long ttlNanos;
    private volatile int open;
    private int nextId;

    public LinkPool(int limit, long ttlNanos) {
        this.limit = limit;
        this.ttlNanos = ttlNanos;
    }

    public Link borrow(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (closed.get()) {
            throw new IllegalStateException("pool is closed");
        }
        Link link = idle.pollFirst();
        if (link == null && open < limit) {
            open++; // RACE check-then-act #1
            link = openLink();
        }
        if (link == null) {
            link = idle.pollFirst(timeout, unit);
        }
        if (link == null) {
            throw new TimeoutException("no link within " + timeout + " " + unit);
        }
        link.touched(System.nanoTime());
        borrowed.incrementAndGet();
        return link;
    }

    public void giveBack(Link link) {
        if (closed.get() || link.wornOut(MAX_USES)) {
            link.destroy();
            open--; // RACE read-modify-write #2
            return;
        }
        idle.addFirst(link);
    }

    private Link openLink() {
        idLock.lock();
        try {
            return new Link(takeId());
        } finally {
            idLock.unlock();
        }
    }

    private int takeId() {
        if (nextId == Integer.MAX_VALUE) {
            nextId = 0;
        }
        return nextId++;
    }

    /** Number of borrows since start. */
    public long borrowedTotal() {
        return borrowed.get();
    }

    public int openLinks() {
        return open;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Link link;
        while ((link = idle.poll()) != null) {
            link.destroy();
        }
    }

    long ttlNanos() {
        return ttlNanos;
    }
}
