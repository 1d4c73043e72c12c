package com.hearthside.booking;

import java.util.HashMap;
import java.util.Map;

/** Books rooms; web and phone at the same time. */
public class BookingDesk {
    private final Map<String, Calendar> rooms = new HashMap<>();
    private long revenue;
    private String lastGuest;

    public boolean book(String room, int from, int to, String guest) {
        synchronized (this) {
            Calendar c = calendar(room);
            if (!c.free(from, to)) {
                c.reject();
                return false;
            }
            c.book(from, to, guest);
            earned((to - from) * 90L);
            lastGuest = guest;
        }
        return true;
    }

    public synchronized void cancel(String room, String guest) {
        earned(-90L * calendar(room).cancel(guest));
    }

    private Calendar calendar(String room) {
        Calendar c = rooms.get(room);
        if (c == null) {
            c = new Calendar();
            rooms.put(room, c);
        }
        return c;
    }

    private void earned(long amount) {
        revenue += amount;
    }

    public synchronized String report() {
        return rooms + ", revenue " + revenue + ", last " + lastGuest;
    }
}
