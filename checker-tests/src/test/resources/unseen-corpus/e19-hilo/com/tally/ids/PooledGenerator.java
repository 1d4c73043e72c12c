package com.tally.ids;

import java.util.concurrent.atomic.AtomicReference;

/** The block is an object of its own; a used-up block is replaced by whoever holds the monitor. */
public class PooledGenerator {
    private static final class Block {
        final long end;
        private final java.util.concurrent.atomic.AtomicLong cursor;

        Block(long start, long end) {
            this.cursor = new java.util.concurrent.atomic.AtomicLong(start);
            this.end = end;
        }

        long claim() {
            long v = cursor.getAndIncrement();
            return v < end ? v : -1;
        }
    }

    private final BlockSource source;
    private final int size;
    private volatile Block block = new Block(0, 0);
    private final AtomicReference<String> owner = new AtomicReference<>();

    public PooledGenerator(BlockSource source, int size) {
        this.source = source;
        this.size = size;
    }

    public long nextId() {
        while (true) {
            Block b = block;
            long v = b.claim();
            if (v >= 0) {
                return v;
            }
            synchronized (this) {
                if (block == b) {
                    long hi = source.nextBlock();
                    block = new Block(hi * size, (hi + 1) * size);
                }
            }
        }
    }

    public boolean claimOwnership(String who) {
        return owner.compareAndSet(null, who);
    }
}
