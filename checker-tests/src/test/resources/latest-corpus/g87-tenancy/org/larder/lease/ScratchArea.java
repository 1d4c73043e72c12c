package org.larder.lease;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** A fixed number of slots for many threads. */
public class ScratchArea {
    private final Slot[] slots;
    private final AtomicLong claims = new AtomicLong();
    private volatile int contention;
    private volatile int hint;

    public ScratchArea(int n) {
        slots = new Slot[n];
        for (int i = 0; i < n; i++) {
            slots[i] = new Slot();
        }
    }

    public Slot claim() {
        int start = hint;
        for (int i = 0; i < slots.length; i++) {
            int k = (start + i) % slots.length;
            if (slots[k].claim()) {
                claims.incrementAndGet();
                hint = (k + 1) % slots.length;
                return slots[k];
            }
        }
        contention++; // RACE read-modify-write #2
        return null;
    }

    public byte[] compose(byte[]... parts) {
        Slot s = claim();
        if (s == null) {
            int n = 0;
            for (byte[] p : parts) {
                n += p.length;
            }
            ByteBuffer b = ByteBuffer.allocate(n);
            for (byte[] p : parts) {
                b.put(p);
            }
            return b.array();
        }
        for (byte[] p : parts) {
            s.write(p);
        }
        return s.finish();
    }

    public Slot slot(int i) {
        return slots[i];
    }

    public String toString() {
        return claims + " claims, " + contention + " without a slot";
    }
}
