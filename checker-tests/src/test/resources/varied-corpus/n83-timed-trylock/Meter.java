package grid.meters;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Totals of a smart meter, fed by several readers. */
public class Meter {
    private final ReentrantLock lock = new ReentrantLock();
    private double kwh;
    private double peak;
    private long readings;
    private int skipped;
    private int resets;

    public void read(double amount) throws InterruptedException {
        boolean locked = lock.tryLock(50, TimeUnit.MILLISECONDS); // MAYBE
        try {
            kwh += amount; // RACE wrong-lock #1
            readings++; // RACE wrong-lock #2
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    public boolean readPatiently(double amount) throws InterruptedException {
        if (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            kwh += amount; // MAYBE
            readings++; // MAYBE
            if (amount > peak) {
                peak = amount;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void readOrSkip(double amount) {
        if (lock.tryLock()) {
            try {
                kwh += amount; // MAYBE
            } finally {
                lock.unlock();
            }
        } else {
            skipped++; // RACE rmw
        }
    }

    public void reset() {
        lock.lock();
        resets++;
        kwh = 0;
        peak = 0;
        readings = 0;
        lock.unlock();
    }

    public String summary() {
        lock.lock();
        try {
            return kwh + " kWh, peak " + peak + ", " + readings + " readings, " + skipped + " skipped, " + resets;
        } finally {
            lock.unlock();
        }
    }
}
