package com.turnstile.events;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Seats taken, shared by the box offices. */
public class SeatMap {
    private final AtomicIntegerArray taken;
    private final boolean[] blocked;

    public SeatMap(int seats) {
        this.taken = new AtomicIntegerArray(seats);
        this.blocked = new boolean[seats];
        for (int i = 0; i < seats; i += 100) {
            blocked[i] = true;
        }
    }

    int take() {
        for (int i = 0; i < taken.length(); i++) {
            if (!blocked[i] && taken.get(i) == 0) {
                taken.set(i, 1); // RACE atomic-get-then-set #2
                return i;
            }
        }
        return -1;
    }

    boolean giveBack(int i) {
        return taken.compareAndSet(i, 1, 0);
    }
}
