package k74;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Monitor style with helper methods that expect the lock. */
public class ParkingGarage {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition spaceFree = lock.newCondition();
    private final Deque<String> plates = new ArrayDeque<>();
    private final int capacity;
    private int parked;
    private int waiting;
    private long feesCents;

    public ParkingGarage(int capacity) {
        this.capacity = capacity;
    }

    public void enter(String plate) throws InterruptedException {
        lock.lock();
        try {
            waitForSpace();
            occupy(plate);
        } finally {
            lock.unlock();
        }
    }

    public boolean tryEnter(String plate) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (parked >= capacity) {
                return false;
            }
            occupy(plate);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void waitForSpace() throws InterruptedException {
        waiting++;
        try {
            while (parked >= capacity) {
                spaceFree.await();
            }
        } finally {
            waiting--;
        }
    }

    private void occupy(String plate) {
        plates.add(plate);
        parked++;
    }

    public void leave(String plate, long minutes) {
        lock.lock();
        try {
            if (plates.remove(plate)) {
                parked--;
                charge(minutes);
                spaceFree.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void charge(long minutes) {
        feesCents += 50 + minutes * 3;
    }

    public long cashUp() {
        lock.lock();
        try {
            long f = feesCents;
            feesCents = 0;
            return f;
        } finally {
            lock.unlock();
        }
    }

    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
