package org.stow.io;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whoever took a {@link Slab} owns it until it is given back. */
public final class BufferPool {

    public static final class Slab {
        private final ByteBuffer data = ByteBuffer.allocate(8192);
        private int uses;
        private long written;

        public void append(byte[] chunk) {
            data.put(chunk);
            written += chunk.length;
        }

        void recycle() {
            data.clear();
            uses++;
        }

        public int uses() {
            return uses;
        }
    }

    private final BlockingQueue<Slab> idle;

    public BufferPool(int size) {
        idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(new Slab());
        }
    }

    public Slab take() throws InterruptedException {
        return idle.take();
    }

    public void give(Slab slab) {
        slab.recycle();
        idle.add(slab);
    }

    static void demo(BufferPool pool, Iterable<byte[]> chunks) {
        ExecutorService writers = Executors.newCachedThreadPool();
        for (byte[] chunk : chunks) {
            writers.execute(() -> {
                try {
                    Slab s = pool.take();
                    try {
                        s.append(chunk);
                    } finally {
                        pool.give(s);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        writers.shutdown();
    }
}
