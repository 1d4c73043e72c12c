package num.rand;

import java.util.concurrent.atomic.AtomicLong;

/** Cheap pseudo random numbers for load balancing; used by every worker of the process. */
public final class FastRandom {
    private static long seed = System.nanoTime();
    private static int calls;
    private static final AtomicLong SHARED = new AtomicLong(System.nanoTime());
    private static final ThreadLocal<long[]> LOCAL = ThreadLocal.withInitial(() -> new long[] {System.nanoTime()});

    private FastRandom() {}

    /** Thread-safe. */
    public static long next() {
        seed ^= seed << 13; // RACE rmw #1
        seed ^= seed >>> 7; // RACE rmw #1
        seed ^= seed << 17; // RACE rmw #1
        return seed;
    }

    public static long nextShared() {
        while (true) {
            long s = SHARED.get();
            long n = s;
            n ^= n << 13;
            n ^= n >>> 7;
            n ^= n << 17;
            if (SHARED.compareAndSet(s, n)) {
                return n;
            }
        }
    }

    public static long nextLocal() {
        long[] s = LOCAL.get();
        s[0] ^= s[0] << 13;
        s[0] ^= s[0] >>> 7;
        s[0] ^= s[0] << 17;
        return s[0];
    }

    public static synchronized int pick(int n) {
        calls++;
        return (int) Math.floorMod(nextShared(), (long) n);
    }

    public static synchronized int calls() {
        return calls;
    }
}
