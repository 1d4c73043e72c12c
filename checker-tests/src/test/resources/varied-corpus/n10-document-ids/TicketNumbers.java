package com.folio.store;

/** Numbers for support tickets, in blocks. */
final class TicketNumbers {
    private static int next = 1;
    private static int blocks;

    private int current;
    private int end;

    static synchronized int one() {
        return next++;
    }

    private static int block(int size) {
        synchronized (TicketNumbers.class) {
            int first = next;
            next += size;
            blocks++;
            return first;
        }
    }

    synchronized int fromBlock() {
        if (current == end) {
            current = block(64);
            end = current + 64;
        }
        return current++;
    }
}
