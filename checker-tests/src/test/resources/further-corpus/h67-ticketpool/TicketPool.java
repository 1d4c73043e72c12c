package ticketpool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Tickets for rides; thread-safe. */
public class TicketPool {

    private final Deque<Integer> returned = new ArrayDeque<>();
    private final Set<String> banned = new HashSet<>();
    private int available;
    private int lowWater;

    public TicketPool(int tickets) {
        this.available = tickets;
        this.lowWater = tickets;
    }

    public synchronized int available() {
        return available;
    }

    public synchronized void take(int n) {
        available -= n;
        lowWater = Math.min(lowWater, available);
    }

    public synchronized boolean tryTake(int n) {
        if (available < n) {
            return false;
        }
        take(n);
        return true;
    }

    public synchronized void giveBack(int n) {
        available += n;
        returned.push(n);
    }

    public synchronized boolean isBanned(String visitor) {
        return banned.contains(visitor);
    }

    public synchronized boolean ban(String visitor) {
        return banned.add(visitor);
    }

    public synchronized int lowWater() {
        return lowWater;
    }

    synchronized Integer undoReturn() {
        Integer n = returned.poll();
        if (n != null) {
            available -= n;
        }
        return n;
    }
}
