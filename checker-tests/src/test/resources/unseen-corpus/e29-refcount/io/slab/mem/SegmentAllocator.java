package io.slab.mem;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Recycles memory of all threads. */
public class SegmentAllocator {
    private final ConcurrentLinkedQueue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final AtomicLong allocated = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private volatile long reclaimed;

    public SharedSegment allocate(int size) {
        byte[] recycled = free.poll();
        if (recycled == null) {
            long now = allocated.addAndGet(size);
            peak.accumulateAndGet(now, Math::max);
        }
        return new SharedSegment(this, size);
    }

    void reclaim(byte[] memory) {
        reclaimed += memory.length; // RACE atomic-compound
        free.offer(memory);
    }

    public boolean trimOne() {
        if (free.peek() != null) { // RACE check-then-act #1
            byte[] m = free.poll(); // RACE check-then-act #1
            allocated.addAndGet(-m.length);
            return true;
        }
        return false;
    }

    public int trimAll() {
        int n = 0;
        for (byte[] m = free.poll(); m != null; m = free.poll()) {
            allocated.addAndGet(-m.length);
            n++;
        }
        return n;
    }

    public long reclaimed() {
        return reclaimed;
    }
}
