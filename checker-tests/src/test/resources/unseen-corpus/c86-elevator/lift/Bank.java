package lift;

import java.util.concurrent.atomic.AtomicReference;

/** Several lifts. */
public class Bank {
    private enum Mode { NORMAL, PEAK, FIRE }

    private final Lift[] lifts;
    private final AtomicReference<Mode> mode = new AtomicReference<Mode>(Mode.NORMAL);
    private volatile Mode displayed = Mode.NORMAL;
    private int turn;

    public Bank(int n) {
        lifts = new Lift[n];
        for (int i = 0; i < n; i++) {
            lifts[i] = new Lift();
        }
    }

    public Lift assign(int floor) {
        Lift l;
        synchronized (lifts) {
            l = lifts[turn];
            turn = (turn + 1) % lifts.length;
        }
        l.call(floor);
        return l;
    }

    public boolean peak() {
        return mode.compareAndSet(Mode.NORMAL, Mode.PEAK);
    }

    public void fire() {
        if (mode.getAndSet(Mode.FIRE) != Mode.FIRE) {
            for (Lift l : lifts) {
                l.fireAlarm();
            }
        }
        synchronized (this) {
            displayed = Mode.FIRE;
        }
    }

    public synchronized void show() {
        switch (displayed) {
            case NORMAL:
            case PEAK:
                displayed = mode.get();
                break;
            default:
                break;
        }
    }
}
