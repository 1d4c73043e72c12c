package com.tally.ids;

import java.util.concurrent.atomic.AtomicLong;

/** Hands out ids from blocks that are fetched from a sequence. */
public class HiLoGenerator {
    private final BlockSource source;
    private final int size;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong limit = new AtomicLong();
    private final AtomicLong blocks = new AtomicLong();

    public HiLoGenerator(BlockSource source, int size) {
        this.source = source;
        this.size = size;
    }

    public long nextId() {
        long id = next.getAndIncrement();
        if (id >= limit.get()) { // RACE atomic-compound #1
            long hi = source.nextBlock();
            next.set(hi * size + 1); // RACE atomic-compound #1
            limit.set((hi + 1) * size); // RACE atomic-compound #1
            blocks.incrementAndGet();
            return hi * size;
        }
        return id;
    }

    public long blocks() {
        return blocks.get();
    }
}
