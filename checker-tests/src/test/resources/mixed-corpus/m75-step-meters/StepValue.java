package step;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Value over a fixed step. Reading it after the end of a step rolls the count over; any reader may be
 * the one that does so.
 */
abstract class StepValue<V> {

    private final LongSupplier clock;
    private final long stepMillis;
    private final AtomicLong lastInit;
    private volatile V previous;

    protected StepValue(LongSupplier clock, long stepMillis, V initial) {
        this.clock = clock;
        this.stepMillis = stepMillis;
        this.previous = initial;
        this.lastInit = new AtomicLong(clock.getAsLong() / stepMillis);
    }

    /** Takes the current value and starts from scratch. */
    protected abstract V takeCurrent();

    protected abstract V noValue();

    private void roll(long now) {
        long step = now / stepMillis;
        long last = lastInit.get();
        if (last < step && lastInit.compareAndSet(last, step)) {
            V v = takeCurrent();
            previous = last == step - 1 ? v : noValue();
        }
    }

    final V poll() {
        roll(clock.getAsLong());
        return previous;
    }
}
