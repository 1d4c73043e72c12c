package r03seatserver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who sits where. */
class SeatPlan {

    private final Map<String, String> bookings = new ConcurrentHashMap<>();
    private final Map<String, String> holds = new ConcurrentHashMap<>();

    boolean book(String seat, String customer) {
        String holder = holds.get(seat);
        if (holder != null && !holder.equals(customer)) {
            return false;
        }
        if (bookings.containsKey(seat)) { // RACE check-then-act #1
            return false;
        }
        bookings.put(seat, customer); // RACE check-then-act #1
        holds.remove(seat, customer);
        return true;
    }

    boolean hold(String seat, String customer) {
        if (bookings.containsKey(seat)) {
            return false;
        }
        String before = holds.putIfAbsent(seat, customer);
        return before == null || before.equals(customer);
    }

    int occupied() {
        return bookings.size();
    }
}
