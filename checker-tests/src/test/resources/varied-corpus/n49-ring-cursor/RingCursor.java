package lowlat.ring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Many producers claim slots, one consumer drains them. */
public final class RingCursor {
    private static final VarHandle CLAIMED;
    private static final VarHandle STALLS;

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            CLAIMED = l.findVarHandle(RingCursor.class, "claimed", long.class);
            STALLS = l.findVarHandle(RingCursor.class, "stalls", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] slots;
    private final int mask;
    private volatile long claimed;
    private volatile long consumed;
    private int stalls;
    private int wraps;

    public RingCursor(int capacity) {
        slots = new long[Integer.highestOneBit(capacity)];
        mask = slots.length - 1;
    }

    /** Any thread. */
    public long claim() {
        long next;
        do {
            next = claimed;
            if (next - consumed >= slots.length) {
                STALLS.getAndAdd(this, 1);
                return -1;
            }
        } while (!CLAIMED.compareAndSet(this, next, next + 1));
        if ((next & mask) == 0) {
            noteWrap();
        }
        return next;
    }

    public void put(long slot, long value) {
        slots[(int) slot & mask] = value;
    }

    private void noteWrap() {
        wraps += 1; // RACE rmw
    }

    /** Any thread. */
    public void skip(int n) {
        long c = (long) CLAIMED.getVolatile(this); // RACE atomic-compound #1
        CLAIMED.setVolatile(this, c + n); // RACE atomic-compound #1
    }

    /** Consumer thread only. */
    public long drain() {
        long sum = 0;
        long limit = claimed;
        for (long at = consumed; at < limit; at++) {
            sum += slots[(int) at & mask];
        }
        consumed = limit;
        return sum;
    }

    public String stats() {
        return (int) STALLS.getVolatile(this) + " stalls, " + wraps + " wraps";
    }
}
