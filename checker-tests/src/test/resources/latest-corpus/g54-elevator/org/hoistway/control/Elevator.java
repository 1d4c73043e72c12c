package org.hoistway.control;

import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One cabin. Calls come from the panels' threads; the motor thread moves the cabin. */
public class Elevator {
    private enum Mode { IDLE, MOVING, DOORS, STOPPED }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final TreeSet<Integer> calls = new TreeSet<>();
    private Mode mode = Mode.IDLE;
    private int floor;
    private int trips;
    private int weight;

    public void call(int target) {
        lock.lock();
        try {
            if (mode == Mode.STOPPED) {
                return;
            }
            calls.add(target);
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Called by the fire panel and by the maintenance panel. */
    public boolean stop() {
        boolean idle;
        lock.lock();
        try {
            idle = mode == Mode.IDLE;
        } finally {
            lock.unlock();
        }
        if (idle) {
            setMode(Mode.STOPPED); // RACE split-section #1
            return true;
        }
        return false;
    }

    private void setMode(Mode m) {
        lock.lock();
        try {
            mode = m; // RACE split-section #1
        } finally {
            lock.unlock();
        }
    }

    public boolean resume() {
        lock.lock();
        try {
            if (mode != Mode.STOPPED) {
                return false;
            }
            setMode(Mode.IDLE);
            work.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The motor thread. */
    void operate() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                while (calls.isEmpty() || mode == Mode.STOPPED) {
                    work.await();
                }
                mode = Mode.MOVING;
                moveTo(calls.pollFirst());
                mode = Mode.DOORS;
                work.awaitNanos(1_000_000);
                mode = Mode.IDLE;
            }
        } finally {
            lock.unlock();
        }
    }

    private void moveTo(int target) {
        while (floor != target) {
            floor += Integer.signum(target - floor);
        }
        trips++;
    }

    /** Called by the passengers' turnstile threads. */
    public void board(int kilos) {
        weight += kilos; // RACE read-modify-write #2
    }

    public int trips() {
        lock.lock();
        try {
            return trips;
        } finally {
            lock.unlock();
        }
    }
}
