package lockfree;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicStampedReference;

/** A counter between zero and a maximum. */
public class BoundedCounter {

    private final AtomicLong value = new AtomicLong();
    private final AtomicStampedReference<String> label = new AtomicStampedReference<>("", 0);
    private final long max;

    public BoundedCounter(long max) {
        this.max = max;
    }

    public boolean increment() {
        for (;;) {
            long v = value.get();
            if (v >= max) {
                return false;
            }
            if (value.weakCompareAndSetVolatile(v, v + 1)) {
                return true;
            }
        }
    }

    public boolean decrement() {
        long before = value.getAndUpdate(v -> v > 0 ? v - 1 : 0);
        return before > 0;
    }

    public int rename(String to) {
        int[] stamp = new int[1];
        String old;
        do {
            old = label.get(stamp);
        } while (!label.compareAndSet(old, to, stamp[0], stamp[0] + 1));
        return stamp[0] + 1;
    }

    public long get() {
        return value.get();
    }
}
