package hft.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Own locks: a spin lock, a try-flag for exclusive work and a ticket lock. */
public class SpinGuarded {

    static final class SpinLock {
        private final AtomicBoolean held = new AtomicBoolean();

        void lock() {
            while (!held.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
        }

        void unlock() {
            held.set(false);
        }
    }

    private final SpinLock lock = new SpinLock();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicInteger tickets = new AtomicInteger();
    private final AtomicInteger serving = new AtomicInteger();
    private final AtomicLong queued = new AtomicLong();

    private long[] table = new long[64];
    private int size;
    private int resizes;
    private long drains;
    private long served;
    private volatile boolean compacting;
    private long compactions;

    public void put(long value) {
        lock.lock();
        try {
            if (size == table.length) {
                long[] bigger = new long[size * 2];
                System.arraycopy(table, 0, bigger, 0, size);
                table = bigger;
                resizes++;
            }
            table[size++] = value;
        } finally {
            lock.unlock();
        }
    }

    /** Only the one who wins the flag works; all others leave. */
    public void tryDrain() {
        if (!draining.compareAndSet(false, true)) {
            return;
        }
        try {
            drains++;
            queued.set(0);
        } finally {
            draining.set(false);
        }
    }

    public void serve() {
        int my = tickets.getAndIncrement();
        while (serving.get() != my) {
            Thread.yield();
        }
        try {
            served++;
        } finally {
            serving.incrementAndGet();
        }
    }

    /** The flag is tested and set in two steps, so two may enter. */
    public void compact() {
        if (compacting) { // RACE check-then-act #1
            return;
        }
        compacting = true; // RACE check-then-act #1
        try {
            compactions++; // RACE check-then-act #1
        } finally {
            compacting = false;
        }
    }

    public long total() {
        lock.lock();
        try {
            long t = 0;
            for (int i = 0; i < size; i++) {
                t += table[i];
            }
            return t;
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            size = 0;
        } finally {
            lock.unlock();
        }
    }
}
