package gate.permits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counting gates in front of a slow device; used by many threads. */
public class PermitGate {
    private int permits;
    private long entered;

    public PermitGate(int permits) {
        this.permits = permits;
    }

    public synchronized void enter() throws InterruptedException {
        while (permits == 0) {
            wait();
        }
        permits--;
        entered++;
    }

    public synchronized void leave() {
        permits++;
        notify();
    }

    public synchronized long entered() {
        return entered;
    }
}

class FairGate {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int inside;
    private int credits;
    private int timeouts;
    private final int max;

    FairGate(int max) {
        this.max = max;
    }

    boolean enter(long millis) throws InterruptedException {
        lock.lock();
        try {
            int n = inside;
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (n >= max) {
                if (left <= 0) {
                    timeouts++;
                    return false;
                }
                left = changed.awaitNanos(left);
                n = inside;
            }
            inside = n + 1;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a quiet moment before it grants the bonus. */
    void grant(int bonus) throws InterruptedException {
        lock.lock();
        try {
            int before = credits; // RACE split-lock #1
            while (inside > 0) {
                changed.await(); // RACE split-lock #1
            }
            credits = before + bonus; // RACE split-lock #1
        } finally {
            lock.unlock();
        }
    }

    String stats() {
        lock.lock();
        try {
            return inside + " inside, " + credits + " credits, " + timeouts + " timeouts";
        } finally {
            lock.unlock();
        }
    }
}
