package io.chime.timer;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Hashed wheel timer. Callers only add to {@link #incoming}; the buckets belong to the
 * wheel's thread.
 */
public final class WheelTimer {
    private final ConcurrentLinkedQueue<Entry> incoming = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Entry> cancelled = new ConcurrentLinkedQueue<>();
    private final Bucket[] wheel;
    private final long tickMillis;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicInteger life = new AtomicInteger();
    private final Thread thread = new Thread(this::turn, "wheel");
    private long tick;
    private long late;

    public WheelTimer(int size, long tickMillis) {
        this.wheel = new Bucket[size];
        for (int i = 0; i < size; i++) {
            wheel[i] = new Bucket();
        }
        this.tickMillis = tickMillis;
        thread.setDaemon(true);
    }

    public Entry schedule(Runnable body, long millis) {
        if (life.get() == 0 && life.compareAndSet(0, 1)) {
            thread.start();
        }
        pending.incrementAndGet();
        Entry e = new Entry(this, body, millis / tickMillis);
        incoming.add(e);
        return e;
    }

    void cancelled(Entry e) {
        cancelled.add(e);
        pending.decrementAndGet();
    }

    private void turn() {
        while (life.get() == 1) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(tickMillis));
            Entry e;
            while ((e = incoming.poll()) != null) {
                if (e.ticks <= 0) {
                    late++;
                }
                e.deadline = tick + Math.max(1, e.ticks);
                wheel[(int) (e.deadline % wheel.length)].add(e);
            }
            while ((e = cancelled.poll()) != null) {
                wheel[(int) (e.deadline % wheel.length)].remove(e);
            }
            tick++;
            int fired = wheel[(int) (tick % wheel.length)].fire(tick);
            pending.addAndGet(-fired);
        }
    }

    public void stop() {
        life.set(2);
        LockSupport.unpark(thread);
    }

    public long pending() {
        return pending.get();
    }
}
