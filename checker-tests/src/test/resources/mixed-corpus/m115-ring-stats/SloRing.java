package latency;

import java.util.function.LongConsumer;

/** Ring that knows how many of its latencies are above the objective. */
public class SloRing extends LatencyRing {

    private final long objective;
    private final LongConsumer onBurn;
    private int violations;
    private int streak;
    private long worst;
    private boolean burning;

    public SloRing(int size, long objective, LongConsumer onBurn) {
        super(size);
        this.objective = objective;
        this.onBurn = onBurn;
    }

    @Override
    protected void onRecord(long nanos, long evicted) {
        if (evicted > objective) {
            violations--;
        }
        if (nanos > objective) {
            violations++;
            streak++;
            worst = Math.max(worst, nanos);
        } else {
            streak = 0;
        }
        boolean now = streak >= 10;
        if (now && !burning) {
            onBurn.accept(worst);
        }
        burning = now;
    }

    public int violations() {
        readLock.lock();
        try {
            return violations;
        } finally {
            readLock.unlock();
        }
    }

    /** Forgets the worst latency, and returns it. */
    public long takeWorst() {
        writeLock.lock();
        try {
            long w = worst;
            worst = 0;
            return w;
        } finally {
            writeLock.unlock();
        }
    }
}
