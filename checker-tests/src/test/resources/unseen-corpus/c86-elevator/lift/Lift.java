package lift;

import java.util.BitSet;

/**
 * Controlled by buttons, sensors and the fire panel, each with a thread of its own.
 */
public class Lift {
    private static final int CLOSED = 0;
    private static final int OPENING = 1;
    private static final int OPEN = 2;

    private volatile int door = CLOSED;
    private volatile int floor;
    private volatile boolean fire;
    private final BitSet calls = new BitSet();
    private int served;

    /** The open button. */
    public boolean open() {
        switch (door) { // RACE check-then-act #1
            case CLOSED:
                door = OPENING; // RACE check-then-act #1
                return true;
            case OPENING:
            case OPEN:
            default:
                return false;
        }
    }

    public void opened() {
        door = OPEN;
    }

    public void closed() {
        door = CLOSED;
    }

    /** One pulse of the shaft's up sensor. */
    public void up() {
        floor++; // RACE rmw
    }

    /** One pulse of the shaft's down sensor. */
    public void down() {
        floor--; // RACE rmw
    }

    public void call(int f) {
        synchronized (calls) {
            if (!calls.get(f)) {
                calls.set(f);
            }
        }
    }

    public int next() {
        synchronized (calls) {
            int f = fire ? 0 : calls.nextSetBit(0);
            if (f >= 0) {
                calls.clear(f);
                served++;
            }
            return f;
        }
    }

    public void fireAlarm() {
        fire = true;
    }

    public String toString() {
        return "floor " + floor + ", door " + door;
    }
}
