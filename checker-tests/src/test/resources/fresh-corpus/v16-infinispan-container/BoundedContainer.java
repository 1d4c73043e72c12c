package org.example.grid.container;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import net.jcip.annotations.ThreadSafe;

/** Data container of a cache; commands reach it from remote handler threads and from the callers' threads. */
@ThreadSafe
public class BoundedContainer {
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong currentSize = new AtomicLong();
    private final LongSupplier clock;

    public BoundedContainer(LongSupplier clock) {
        this.clock = clock;
    }

    public Entry get(String k) {
        Entry e = entries.get(k);
        if (e != null && e.isExpired(clock.getAsLong())) {
            if (entries.remove(k, e)) {
                currentSize.addAndGet(-e.weight);
            }
            return null;
        }
        return e;
    }

    public void put(String k, byte[] v, long lifespan) {
        entries.compute(k, (key, old) -> {
            Entry n = new Entry(v, clock.getAsLong() + lifespan);
            if (old != null) {
                n.generation = old.generation;
                n.generation++;
                currentSize.addAndGet(-old.weight);
            }
            currentSize.addAndGet(n.weight);
            return n;
        });
    }

    /** Extends the life of an entry; used by the HotRod TOUCH operation. */
    public boolean touch(String k, long lifespan) {
        Entry e = entries.get(k); // RACE check-then-act #1
        if (e == null) {
            return false;
        }
        Entry touched = new Entry(e.value, clock.getAsLong() + lifespan);
        touched.generation = e.generation + 1;
        entries.put(k, touched); // RACE check-then-act #1
        return true;
    }

    public boolean touchIfSame(String k, Entry seen, long lifespan) {
        Entry touched = new Entry(seen.value, clock.getAsLong() + lifespan);
        touched.generation = seen.generation + 1;
        return entries.replace(k, seen, touched);
    }

    public int appendTo(String k, byte[] tail) {
        Entry e;
        Entry n;
        do {
            e = entries.get(k);
            if (e == null) {
                return -1;
            }
            byte[] joined = new byte[e.value.length + tail.length];
            System.arraycopy(e.value, 0, joined, 0, e.value.length);
            System.arraycopy(tail, 0, joined, e.value.length, tail.length);
            n = new Entry(joined, e.expires);
        } while (!entries.replace(k, e, n));
        currentSize.addAndGet(tail.length);
        return n.value.length;
    }

    public long size() {
        return currentSize.get();
    }

    public static final class Entry {
        final byte[] value;
        final long expires;
        final int weight;
        int generation;

        Entry(byte[] value, long expires) {
            this.value = value;
            this.expires = expires;
            this.weight = value.length;
        }

        boolean isExpired(long now) {
            return now > expires;
        }
    }
}
