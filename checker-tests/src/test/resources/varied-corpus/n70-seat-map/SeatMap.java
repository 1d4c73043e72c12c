package cinema.seats;

import java.util.ArrayList;
import java.util.List;

/** Reserved seats of a show; box offices run in threads of their own. */
public class SeatMap {
    private List<Integer> reserved = new ArrayList<Integer>();
    private Integer sold = 0;
    private String state = "open";
    private int refunds;
    private int holds;
    private final String lock = new String("seats");

    public boolean reserve(int seat) {
        synchronized (reserved) { // RACE wrong-lock #1
            if (reserved.contains(seat)) { // RACE wrong-lock #1
                return false;
            }
            List<Integer> grown = new ArrayList<Integer>(reserved); // RACE wrong-lock #1
            grown.add(seat);
            reserved = grown; // RACE wrong-lock #1
        }
        synchronized (sold) { // RACE wrong-lock #2
            sold++; // RACE wrong-lock #2
        }
        return true;
    }

    public void refund() {
        synchronized (state) { // RACE wrong-lock #3
            refunds++; // RACE wrong-lock #3
        }
    }

    public void hold() {
        synchronized (lock) {
            holds++;
        }
    }

    public void close() {
        state = "closed";
    }

    public void reopen() {
        state = "open";
    }

    public int holds() {
        synchronized (lock) {
            return holds;
        }
    }

    static void offices(SeatMap map, int n) {
        for (int i = 0; i < n; i++) {
            final int first = i;
            new Thread(new Runnable() {
                public void run() {
                    for (int s = first; s < 200; s += 3) {
                        if (!map.reserve(s)) {
                            map.refund();
                        }
                    }
                }
            }).start();
        }
    }
}
