package seats;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Seats of one show. */
class SeatMap {

    private final AtomicReferenceArray<String> holders;
    private final BitSet blocked = new BitSet();
    private volatile long vipMask;

    SeatMap(int seats) {
        holders = new AtomicReferenceArray<>(seats);
    }

    boolean claim(int seat, String customer) {
        return !isBlocked(seat) && holders.compareAndSet(seat, null, customer);
    }

    boolean release(int seat, String customer) {
        String holder = holders.get(seat);
        return customer.equals(holder) && holders.compareAndSet(seat, holder, null);
    }

    /** Claims adjacent seats, all or none. */
    int claimRow(int count, String customer) {
        for (int from = 0; from + count <= holders.length(); from++) {
            int taken = 0;
            while (taken < count && claim(from + taken, customer)) {
                taken++;
            }
            if (taken == count) {
                return from;
            }
            for (int i = 0; i < taken; i++) {
                holders.compareAndSet(from + i, customer, null);
            }
        }
        return -1;
    }

    /** Moves a customer to another seat when that one is free. */
    boolean move(int from, int to, String customer) {
        if (!customer.equals(holders.get(from)) || holders.get(to) != null) { // RACE atomic-compound #1
            return false;
        }
        holders.set(to, customer); // RACE atomic-compound #1
        holders.compareAndSet(from, customer, null);
        return true;
    }

    void block(int seat) {
        synchronized (blocked) {
            blocked.set(seat);
        }
    }

    private boolean isBlocked(int seat) {
        synchronized (blocked) {
            return blocked.get(seat);
        }
    }

    void markVip(int seat) {
        vipMask |= 1L << seat; // RACE rmw #2
    }

    boolean isVip(int seat) {
        return (vipMask & 1L << seat) != 0;
    }
}
