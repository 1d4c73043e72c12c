package sequencer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A padded-free concurrent sequence, used to track the progress of the ring buffer and its consumers. */
public class Sequence {

    public static final long INITIAL_VALUE = -1L;

    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Sequence.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long value;

    public Sequence(long initial) {
        VALUE.setRelease(this, initial);
    }

    public long get() {
        return (long) VALUE.getAcquire(this);
    }

    public void set(long v) {
        VALUE.setRelease(this, v);
    }

    public boolean compareAndSet(long expected, long update) {
        return VALUE.compareAndSet(this, expected, update);
    }

    /** Atomically adds the supplied value and returns the result. */
    public long addAndGet(long increment) {
        long next = (long) VALUE.getVolatile(this) + increment; // RACE atomic-get-then-set #1
        VALUE.setVolatile(this, next); // RACE atomic-get-then-set #1
        return next;
    }

    public long getAndAdd(long increment) {
        return (long) VALUE.getAndAdd(this, increment);
    }
}
