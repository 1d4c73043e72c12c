package org.shale.blocks;

import java.util.*;

/** Which blocks of the volume are in use. */
class BlockMap {
    private final BitSet used;
    private final int blocks;
    private final Map<Integer, Integer> refCounts = new HashMap<Integer, Integer>();
    private final Object refLock = new Object();
    private int allocations;

    BlockMap(int blocks) {
        this.blocks = blocks;
        this.used = new BitSet(blocks);
    }

    /** Number of a free block, now in use. */
    int allocate() {
        int b;
        synchronized (used) {
            b = used.nextClearBit(0);
        }
        if (b >= blocks) {
            return -1;
        }
        synchronized (used) {
            used.set(b); // RACE split-section #1
            allocations++;
        }
        synchronized (refLock) {
            refCounts.put(b, 1);
        }
        return b;
    }

    /** A run of n free blocks. */
    synchronized int allocateRun(int n) {
        synchronized (used) {
            int from = used.nextClearBit(0);
            while (from + n <= blocks) {
                int to = used.nextSetBit(from);
                if (to < 0 || to - from >= n) {
                    used.set(from, from + n);
                    allocations++;
                    return from;
                }
                from = used.nextClearBit(to);
            }
        }
        return -1;
    }

    void share(int b) {
        synchronized (refLock) {
            refCounts.put(b, refCounts.get(b) + 1);
        }
    }

    /** Gives up one reference; the block is freed with the last one. */
    void release(int b) {
        boolean last;
        synchronized (refLock) {
            int n = refCounts.get(b) - 1;
            last = n == 0;
            if (last) {
                refCounts.remove(b);
            } else {
                refCounts.put(b, n);
            }
        }
        if (last) {
            synchronized (used) {
                used.clear(b);
            }
        }
    }
}
