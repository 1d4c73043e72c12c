package net.bollard.park;

import java.util.List;

/** The boom; both lanes of an entrance share one. */
public class Barrier {
    private int cycles;
    private volatile boolean open;
    private volatile int lamps;

    void cycle() {
        synchronized (this) {
            cycles++;
            open = true;
        }
        lamps ^= 1; // RACE read-modify-write #2
        synchronized (this) {
            open = false;
        }
    }

    synchronized int cycles() {
        return cycles;
    }

    boolean isOpen() {
        return open;
    }

    int lamps() {
        return lamps;
    }

    public static void main(String[] args) {
        CarPark p = new CarPark(300, 10, 6);
        Barrier north = new Barrier();
        new Gate(p, List.of("AB1", "AB2E").iterator(), north).start();
        new Gate(p, List.of("D12", "CD3").iterator(), north).start();
    }
}
