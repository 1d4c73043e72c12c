package sketch.bloom;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Membership filter that ingest threads fill concurrently. */
public class BloomFilter {
    private final long[] words;
    private final AtomicLongArray shared;
    private final AtomicInteger added = new AtomicInteger();
    private final byte[] counts;

    public BloomFilter(int words) {
        this.words = new long[words];
        this.shared = new AtomicLongArray(words);
        this.counts = new byte[words];
    }

    public void ingest(ExecutorService pool, Iterable<String> keys) {
        for (String k : keys) {
            pool.execute(() -> add(k));
        }
    }

    void add(String key) {
        long h = key.hashCode() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < 3; i++) {
            int w = (int) Math.floorMod(h, (long) words.length);
            words[w] |= 1L << (h >>> 58); // RACE rmw
            if (counts[w] < Byte.MAX_VALUE) { // RACE rmw #2
                counts[w]++; // RACE rmw #2
            }
            h = Long.rotateLeft(h, 21) * 31;
        }
        added.incrementAndGet();
    }

    void addShared(String key) {
        long h = key.hashCode() * 0x9E3779B97F4A7C15L;
        int w = (int) Math.floorMod(h, (long) shared.length());
        long bit = 1L << (h >>> 58);
        long old;
        do {
            old = shared.get(w);
            if ((old & bit) != 0) {
                return;
            }
        } while (!shared.compareAndSet(w, old, old | bit));
    }

    void addMasked(String key) {
        long h = key.hashCode() * 0x9E3779B97F4A7C15L;
        long bit = 1L << (h >>> 58);
        shared.getAndUpdate((int) Math.floorMod(h, (long) shared.length()), o -> o | bit);
    }

    static BloomFilter union(BloomFilter a, BloomFilter b) {
        BloomFilter u = new BloomFilter(a.words.length);
        for (int i = 0; i < u.words.length; i++) {
            u.words[i] |= a.words[i];
            u.words[i] |= b.words[i];
            u.counts[i] += a.counts[i];
        }
        u.added.set(a.added.get() + b.added.get());
        return u;
    }
}
