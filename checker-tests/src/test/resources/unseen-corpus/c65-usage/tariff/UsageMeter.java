package tariff;

/** Adds up consumption between two readings. */
public class UsageMeter {
    private final Object lock = new Object();
    private long total;
    private long peak;
    private int readings;
    private boolean sealed;

    public void add(long units) {
        synchronized (lock) {
            if (sealed) {
                throw new IllegalStateException("sealed");
            }
            total += units;
            readings++;
            if (units > peak) {
                peak = units;
            }
        }
    }

    /** Corrects a reading. */
    public void correct(long wrong, long right) {
        synchronized (lock) {
            total = total - wrong + right;
        }
    }

    /** Begins a new period. */
    public void startPeriod() {
        total = 0; // RACE wrong-lock
        synchronized (lock) {
            peak = 0;
            readings = 0;
        }
    }

    public void seal() {
        synchronized (lock) {
            sealed = true;
        }
    }

    public long total() {
        synchronized (lock) {
            return total;
        }
    }

    public double mean() {
        synchronized (lock) {
            return readings == 0 ? 0 : (double) total / readings;
        }
    }
}
