package com.corundum.mem;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Bump allocation inside chunks. */
public final class Arena {
    private static final int CHUNK = 1 << 16;

    private volatile Chunk current = new Chunk();
    private final ReentrantLock grow = new ReentrantLock();
    private int chunks = 1;
    private long wasted;
    private final FreeList free;

    public Arena(FreeList free) {
        this.free = free;
    }

    private static final class Chunk {
        final byte[] memory = new byte[CHUNK];
        final AtomicInteger top = new AtomicInteger();

        int claim(int n) {
            int at = top.getAndAdd(n);
            return at + n <= CHUNK ? at : -1;
        }
    }

    /** Copies the bytes into the arena. */
    public int store(byte[] src) {
        while (true) {
            Chunk c = current;
            int at = c.claim(src.length);
            if (at >= 0) {
                System.arraycopy(src, 0, c.memory, at, src.length);
                return at;
            }
            grow.lock();
            try {
                if (current == c) {
                    current = new Chunk();
                    chunks++;
                }
            } finally {
                grow.unlock();
            }
            wasted += src.length; // RACE read-modify-write #2
        }
    }

    public byte[] scratch() {
        return free.take();
    }

    public void release(byte[] scratch) {
        free.give(scratch);
    }

    public String toString() {
        grow.lock();
        try {
            return chunks + " chunks, " + wasted + " wasted";
        } finally {
            grow.unlock();
        }
    }
}
