package windowlimiter;

import java.util.function.LongSupplier;

/** Decides whether a call may go through. Implementations may be shared by threads. */
public interface WindowLimiter {

    boolean allow();

    static WindowLimiter fixed(int limit, long windowMillis, LongSupplier clock) {
        return new FixedWindow(limit, windowMillis, clock);
    }

    static WindowLimiter sliding(int limit, long windowMillis, LongSupplier clock) {
        return new SlidingWindow(limit, windowMillis, clock);
    }

    static WindowLimiter packed(int limit, long windowMillis, LongSupplier clock) {
        return new PackedWindow(limit, windowMillis, clock);
    }

    static WindowLimiter both(WindowLimiter a, WindowLimiter b) {
        return () -> a.allow() && b.allow();
    }
}
