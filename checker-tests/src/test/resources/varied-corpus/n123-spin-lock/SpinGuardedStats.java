package low.spin;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Short critical sections under a hand made spin lock. */
public final class SpinGuardedStats {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private long sum;
    private long squares;
    private int n;
    private int dropped;
    private int flushes;

    public void add(long v) {
        while (!busy.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            sum += v;
            squares += v * v;
            n++;
        } finally {
            busy.set(false);
        }
    }

    public boolean tryAdd(long v) {
        if (!busy.compareAndSet(false, true)) {
            dropped++; // RACE rmw
            return false;
        }
        try {
            sum += v;
            squares += v * v;
            n++;
            return true;
        } finally {
            busy.set(false);
        }
    }

    private void acquire() {
        Thread me = Thread.currentThread();
        while (!owner.compareAndSet(null, me)) {
            Thread.onSpinWait();
        }
    }

    private void release() {
        owner.set(null);
    }

    public void flush() {
        acquire();
        try {
            flushes++;
        } finally {
            release();
        }
    }

    public double[] meanAndVariance() {
        while (busy.getAndSet(true)) {
            Thread.onSpinWait();
        }
        try {
            double mean = (double) sum / n;
            return new double[] {mean, (double) squares / n - mean * mean, dropped};
        } finally {
            busy.set(false);
        }
    }
}
