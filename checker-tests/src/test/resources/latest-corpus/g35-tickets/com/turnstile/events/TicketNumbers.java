package com.turnstile.events;

import java.util.HashMap;
import java.util.Map;

/** Numbers on tickets: a series letter and a running number, for all box offices. */
public class TicketNumbers {
    private static int running;
    private static char series = 'A';
    private static final Map<Character, Integer> PRINTED = new HashMap<>();
    private static int voided;

    private final String office;
    private int sold;

    public TicketNumbers(String office) {
        this.office = office;
    }

    /** The next number of the common series. */
    public static synchronized String next() {
        if (running == 99_999) {
            running = 0;
            series++;
        }
        running++;
        PRINTED.merge(series, 1, Integer::sum);
        return series + String.format("%05d", running);
    }

    /** Numbers used up by a whole block of seats. */
    public synchronized int reserveBlock(int size) {
        int first = running + 1;
        running += size; // RACE inconsistent-locking #1
        sold += size;
        return first;
    }

    public void voidTicket() {
        synchronized (TicketNumbers.class) {
            voided++;
        }
    }

    public synchronized String sell() {
        sold++;
        return office + "-" + next();
    }

    public static synchronized Map<Character, Integer> printed() {
        return new HashMap<>(PRINTED);
    }

    public synchronized int sold() {
        return sold;
    }
}
