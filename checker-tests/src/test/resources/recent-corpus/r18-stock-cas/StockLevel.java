package r18stockcas;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;

/** Stock of one article; free of locks, used by all order threads. */
public final class StockLevel {

    record Level(int onHand, int reserved) {
        int free() {
            return onHand - reserved;
        }
    }

    private static final AtomicIntegerFieldUpdater<StockLevel> VERSION =
            AtomicIntegerFieldUpdater.newUpdater(StockLevel.class, "version");
    private static final VarHandle PEAK;

    static {
        try {
            PEAK = MethodHandles.lookup().findVarHandle(StockLevel.class, "peak", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicReference<Level> level = new AtomicReference<>(new Level(0, 0));
    private volatile int version;
    private volatile int peak;

    public boolean reserve(int n) {
        Level seen = level.get();
        if (seen.free() < n) {
            return false;
        }
        if (!level.compareAndSet(seen, new Level(seen.onHand(), seen.reserved() + n))) {
            return reserve(n);
        }
        touched();
        return true;
    }

    public void ship(int n) {
        Level seen;
        Level next;
        do {
            seen = level.get();
            next = new Level(seen.onHand() - n, seen.reserved() - n);
        } while (!level.compareAndSet(seen, next));
        touched();
    }

    public void receive(int n) {
        Level now = level.updateAndGet(l -> new Level(l.onHand() + n, l.reserved()));
        raisePeak(now.onHand());
        touched();
    }

    private void raisePeak(int candidate) {
        int seen = peak;
        while (candidate > seen) {
            int witness = (int) PEAK.compareAndExchange(this, seen, candidate);
            if (witness == seen) {
                return;
            }
            seen = witness;
        }
    }

    private void touched() {
        for (;;) {
            int v = version;
            int next = v == Integer.MAX_VALUE ? 0 : v + 1;
            if (VERSION.weakCompareAndSet(this, v, next)) {
                return;
            }
        }
    }

    public int version() {
        return version;
    }

    public int free() {
        return level.get().free();
    }
}
