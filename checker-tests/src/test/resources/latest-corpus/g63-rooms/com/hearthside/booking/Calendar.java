package com.hearthside.booking;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The nights of one room. Not synchronized by itself; {@link BookingDesk} is the only user and
 * holds its own monitor around all calls.
 */
final class Calendar {
    private final NavigableMap<Integer, String> nights = new TreeMap<>();
    private int bookings;
    private int rejected;

    boolean free(int from, int to) {
        return nights.subMap(from, to).isEmpty();
    }

    void book(int from, int to, String guest) {
        for (int n = from; n < to; n++) {
            nights.put(n, guest);
        }
        bookings++;
    }

    int cancel(String guest) {
        int n = 0;
        for (Iterator<String> it = nights.values().iterator(); it.hasNext();) {
            if (it.next().equals(guest)) {
                it.remove();
                n++;
            }
        }
        if (n > 0) {
            bookings--;
        }
        return n;
    }

    void reject() {
        rejected++;
    }

    @Override
    public String toString() {
        return bookings + " bookings, " + rejected + " rejected";
    }
}
