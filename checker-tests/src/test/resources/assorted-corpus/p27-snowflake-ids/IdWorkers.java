package cn.flake.id;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

public class IdWorkers {

    private static final long EPOCH = 1288834974657L;
    private static final int SEQ_BITS = 12;
    private static final long SEQ_MASK = -1L ^ (-1L << SEQ_BITS);

    private IdWorkers() {
    }

    /** The classic. */
    public static class Classic {
        private final long workerId;
        private long sequence = 0L;
        private long lastTimestamp = -1L;

        public Classic(long workerId) {
            this.workerId = workerId;
        }

        public synchronized long nextId() {
            long timestamp = System.currentTimeMillis();
            if (timestamp < lastTimestamp) {
                throw new IllegalStateException("clock moved backwards");
            }
            if (lastTimestamp == timestamp) {
                sequence = (sequence + 1) & SEQ_MASK;
                if (sequence == 0) {
                    timestamp = tilNextMillis();
                }
            } else {
                sequence = 0L;
            }
            lastTimestamp = timestamp;
            return ((timestamp - EPOCH) << 22) | (workerId << SEQ_BITS) | sequence;
        }

        private long tilNextMillis() {
            long t = System.currentTimeMillis();
            while (t <= lastTimestamp) {
                t = System.currentTimeMillis();
            }
            return t;
        }
    }

    /** "Lock free": every single step is atomic, the whole is not. */
    public static class Atomics {
        private final AtomicLong last = new AtomicLong(-1L);
        private final AtomicInteger sequence = new AtomicInteger();
        private final long workerId;

        public Atomics(long workerId) {
            this.workerId = workerId;
        }

        public long nextId() {
            long now = System.currentTimeMillis();
            int seq;
            if (last.get() == now) { // RACE atomic-compound #1
                seq = sequence.incrementAndGet() & (int) SEQ_MASK; // RACE atomic-compound #1
            } else {
                sequence.set(0); // RACE atomic-compound #1
                seq = 0;
                last.set(now); // RACE atomic-compound #1
            }
            return ((now - EPOCH) << 22) | (workerId << SEQ_BITS) | seq;
        }
    }

    /** Time and sequence packed in one word. */
    public static class Packed {
        private final AtomicLong state = new AtomicLong();
        private final long workerId;

        public Packed(long workerId) {
            this.workerId = workerId;
        }

        public long nextId() {
            long prev;
            long next;
            do {
                prev = state.get();
                long now = (System.currentTimeMillis() - EPOCH) << SEQ_BITS;
                next = now > prev ? now : prev + 1;
            } while (!state.compareAndSet(prev, next));
            return ((next >>> SEQ_BITS) << 22) | (workerId << SEQ_BITS) | (next & SEQ_MASK);
        }
    }

    /** Blocks of ids taken from the database. */
    public abstract static class HiLo {
        private long hi;
        private int lo = Integer.MAX_VALUE;
        private final int size;
        private volatile int blocks;

        protected HiLo(int size) {
            this.size = size;
        }

        protected abstract long nextHi();

        public synchronized long next() {
            if (lo >= size) {
                hi = nextHi();
                lo = 0;
                blocks++;
            }
            return hi * size + lo++;
        }

        public int getBlocks() {
            return blocks;
        }
    }
}
