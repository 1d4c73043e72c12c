package org.sieve;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

public final class BloomFilters {
    private BloomFilters() {
    }

    public interface Filter {
        boolean put(long hash);

        boolean mightContain(long hash);
    }

    /** Shared by the ingest threads. */
    public static final class Lockless implements Filter {
        private final AtomicLongArray words;
        private final AtomicLong bitCount = new AtomicLong();

        public Lockless(int n) {
            words = new AtomicLongArray(n);
        }

        @Override
        public boolean put(long hash) {
            int i = (int) ((hash >>> 6) & (words.length() - 1));
            long mask = 1L << hash;
            long old;
            long now;
            do {
                old = words.get(i);
                now = old | mask;
                if (old == now) {
                    return false;
                }
            } while (!words.compareAndSet(i, old, now));
            bitCount.incrementAndGet();
            return true;
        }

        @Override
        public boolean mightContain(long hash) {
            return (words.get((int) ((hash >>> 6) & (words.length() - 1))) & (1L << hash)) != 0;
        }
    }

    public static final class AlmostLockless implements Filter {
        private final AtomicLongArray words;

        public AlmostLockless(int n) {
            words = new AtomicLongArray(n);
        }

        @Override
        public boolean put(long hash) {
            int i = (int) ((hash >>> 6) & (words.length() - 1));
            long mask = 1L << hash;
            if ((words.get(i) & mask) != 0) { // MAYBE
                return false;
            }
            words.set(i, words.get(i) | mask); // RACE atomic-compound
            return true;
        }

        @Override
        public boolean mightContain(long hash) {
            return (words.get((int) ((hash >>> 6) & (words.length() - 1))) & (1L << hash)) != 0;
        }
    }

    /** Not thread-safe, for one builder thread; publish it when it is complete. */
    public static final class Plain implements Filter {
        private final long[] words;
        private int bits;

        public Plain(int n) {
            words = new long[n];
        }

        @Override
        public boolean put(long hash) {
            int i = (int) ((hash >>> 6) & (words.length - 1));
            long before = words[i];
            words[i] |= 1L << hash;
            if (words[i] != before) {
                bits++;
                return true;
            }
            return false;
        }

        @Override
        public boolean mightContain(long hash) {
            return (words[(int) ((hash >>> 6) & (words.length - 1))] & (1L << hash)) != 0;
        }
    }

    public static Filter build(Iterable<Long> hashes, int n) {
        Plain p = new Plain(n);
        for (Long h : hashes) {
            p.put(h);
        }
        return p;
    }

    public static final class Rotating {
        private volatile Filter current = new Lockless(1024);
        private volatile Filter previous = new Lockless(1024);
        private final BitSet sample = new BitSet(64);
        private int rotations;

        public boolean seen(long hash) {
            if (previous.mightContain(hash)) {
                return true;
            }
            synchronized (sample) {
                sample.set((int) (hash & 63));
            }
            return !current.put(hash);
        }

        public synchronized void rotate() {
            previous = current;
            current = new Lockless(1024);
            rotations++;
        }
    }
}
