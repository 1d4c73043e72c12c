package seatplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The seats of one show, sold by many web requests at a time. */
public class SeatPlan {

    private final ConcurrentHashMap<String, Seat> seats = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Integer, String> waiting = new ConcurrentSkipListMap<>();
    private final AtomicInteger ticket = new AtomicInteger();
    private final AtomicInteger left;
    private final int total;

    public SeatPlan(int rows, int perRow) {
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < perRow; s++) {
                String id = (char) ('A' + r) + Integer.toString(s + 1);
                seats.put(id, new Seat(id));
            }
        }
        total = seats.size();
        left = new AtomicInteger(total);
    }

    public boolean book(String id, String customer) {
        Seat seat = seats.get(id);
        if (seat == null || !seat.isFree()) { // RACE check-then-act #1
            return false;
        }
        seat.assign(customer); // RACE check-then-act #1
        left.decrementAndGet();
        return true;
    }

    public boolean cancel(String id, String customer) {
        Seat seat = seats.get(id);
        if (seat == null) {
            return false;
        }
        synchronized (seat) {
            if (!customer.equals(seat.holder())) {
                return false;
            }
            seat.assign(null);
        }
        left.incrementAndGet();
        Map.Entry<Integer, String> next = waiting.pollFirstEntry();
        return next == null || rebook(seat, next.getValue());
    }

    private boolean rebook(Seat seat, String customer) {
        synchronized (seat) {
            if (!seat.isFree()) {
                return false;
            }
            seat.assign(customer);
        }
        left.decrementAndGet();
        return true;
    }

    public void joinWaitingList(String customer) {
        waiting.put(ticket.incrementAndGet(), customer);
    }

    public List<String> bookBlock(List<String> ids, String customer) {
        List<String> got = new ArrayList<>();
        for (String id : ids) {
            seats.computeIfPresent(id, (k, seat) -> {
                synchronized (seat) {
                    if (seat.isFree()) {
                        seat.assign(customer);
                        got.add(k);
                    }
                }
                return seat;
            });
        }
        left.addAndGet(-got.size());
        return got;
    }

    public Optional<String> holder(String id) {
        Seat seat = seats.get(id);
        if (seat == null) {
            return Optional.empty();
        }
        synchronized (seat) {
            return Optional.ofNullable(seat.holder());
        }
    }

    public int left() {
        return left.get();
    }

    public int occupancyPercent() {
        return (total - left.get()) * 100 / Math.max(1, total);
    }
}
