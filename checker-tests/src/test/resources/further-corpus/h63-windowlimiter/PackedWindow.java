package windowlimiter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps the number of the window and the calls in it in one word. */
class PackedWindow implements WindowLimiter {

    private final AtomicLong word = new AtomicLong();
    private final int limit;
    private final long windowMillis;
    private final LongSupplier clock;

    PackedWindow(int limit, long windowMillis, LongSupplier clock) {
        this.limit = limit;
        this.windowMillis = windowMillis;
        this.clock = clock;
    }

    @Override
    public boolean allow() {
        long window = (clock.getAsLong() / windowMillis) & 0xffff_ffffL;
        while (true) {
            long old = word.get();
            long count = (old >>> 32) == window ? old & 0xffff_ffffL : 0;
            if (count >= limit) {
                return false;
            }
            long next = window << 32 | (count + 1);
            if (word.compareAndSet(old, next)) {
                return true;
            }
        }
    }
}
