package tanks;

import java.util.concurrent.atomic.AtomicLong;

/** A tank of a refinery. Pumps, sensors and the control room access it concurrently. */
public class Tank {

    private static final AtomicLong IDS = new AtomicLong();
    private static final Object TIE = new Object();

    private final long id = IDS.getAndIncrement();
    private final long capacity;
    private long level;
    private long moved;
    private boolean sealed;

    public Tank(long capacity) {
        this.capacity = capacity;
    }

    /** Pumps up to the amount into the other tank; returns how much it was. */
    public long pumpTo(Tank other, long amount) {
        if (other == this) {
            return 0;
        }
        if (id < other.id) {
            synchronized (this) {
                synchronized (other) {
                    return move(other, amount);
                }
            }
        }
        synchronized (other) {
            synchronized (this) {
                return move(other, amount);
            }
        }
    }

    private long move(Tank other, long amount) {
        if (sealed || other.sealed) {
            return 0;
        }
        long n = Math.min(amount, Math.min(level, other.capacity - other.level));
        level -= n;
        other.level += n;
        moved += n;
        return n;
    }

    /** Swaps the contents of the tanks, whichever order they are given in. */
    public static boolean swap(Tank a, Tank b) {
        int ha = System.identityHashCode(a);
        int hb = System.identityHashCode(b);
        if (ha == hb) {
            synchronized (TIE) {
                return lockAndSwap(a.id < b.id ? a : b, a.id < b.id ? b : a);
            }
        }
        return a.id < b.id ? lockAndSwap(a, b) : lockAndSwap(b, a);
    }

    private static boolean lockAndSwap(Tank first, Tank second) {
        synchronized (first) {
            synchronized (second) {
                if (first.level > second.capacity || second.level > first.capacity) {
                    return false;
                }
                long l = first.level;
                first.level = second.level;
                second.level = l;
                return true;
            }
        }
    }

    public synchronized long fill(long amount) {
        long n = sealed ? 0 : Math.min(amount, capacity - level);
        level += n;
        return n;
    }

    public synchronized void seal() {
        sealed = true;
    }

    public synchronized long moved() {
        return moved;
    }
}
