package sim.lift;

/** The cabin is a thread; passengers press buttons from theirs. Circa 2004. */
public class Elevator extends Thread {
    private int floor;
    private int pending;
    private int direction = 1;
    private int trips;
    private int presses;
    private boolean open;

    public Elevator() {
        super("cabin");
    }

    /** Button in the cabin or on a floor. */
    public void press(int target) {
        presses++; // RACE rmw
        pending |= 1 << target; // RACE rmw #1
        synchronized (this) {
            notify();
        }
    }

    public void run() {
        try {
            while (true) {
                synchronized (this) {
                    while (pending == 0) {
                        wait();
                    }
                }
                step();
                sleep(100);
            }
        } catch (InterruptedException e) {
            // switched off
        }
    }

    private synchronized void step() {
        if ((pending & (1 << floor)) != 0) {
            pending &= ~(1 << floor); // RACE rmw #1
            open = true;
            trips++;
            return;
        }
        open = false;
        int above = pending >>> (floor + 1);
        int below = pending & ((1 << floor) - 1);
        if (direction > 0 && above == 0 || direction < 0 && below == 0) {
            direction = -direction;
        }
        floor += direction;
    }

    public synchronized boolean isOpenAt(int where) {
        return open && floor == where;
    }

    public synchronized int trips() {
        return trips;
    }

    public int presses() {
        return presses;
    }
}
