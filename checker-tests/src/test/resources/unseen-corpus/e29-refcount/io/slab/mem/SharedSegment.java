package io.slab.mem;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Reference-counted memory; freed when the last holder releases it. */
public class SharedSegment {
    private static final AtomicIntegerFieldUpdater<SharedSegment> REFS =
        AtomicIntegerFieldUpdater.newUpdater(SharedSegment.class, "refs");

    private final SegmentAllocator allocator;
    private final byte[] memory;
    private volatile int refs = 1;
    private volatile int leases;

    SharedSegment(SegmentAllocator allocator, int size) {
        this.allocator = allocator;
        this.memory = new byte[size];
    }

    public SharedSegment retain() {
        int n;
        do {
            n = refs;
            if (n <= 0) {
                throw new IllegalStateException("already freed");
            }
        } while (!REFS.compareAndSet(this, n, n + 1));
        return this;
    }

    public boolean release() {
        if (REFS.decrementAndGet(this) == 0) {
            allocator.reclaim(memory);
            return true;
        }
        return false;
    }

    public void lease() {
        leases = leases + 1; // RACE atomic-compound
    }

    public int leases() {
        return leases;
    }
}
