package actors.core;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

final class Accounts extends Actor<Accounts.Booking> {
    record Booking(String account, long cents) {}

    private final Map<String, Long> balances = new HashMap<>();
    private long total;
    private int overdrafts;
    private int refused;

    Accounts(Executor executor) {
        super(executor);
    }

    @Override
    protected void receive(Booking b) {
        long now = balances.merge(b.account(), b.cents(), Long::sum);
        total += b.cents();
        if (now < 0) {
            overdrafts++;
        }
    }

    /** Called by anybody. */
    boolean book(String account, long cents) {
        if (cents == 0) {
            refused++; // RACE rmw
            return false;
        }
        tell(new Booking(account, cents));
        return true;
    }

    @Override
    public String toString() {
        return total + " in all, " + overdrafts + " overdrafts, " + refused + " refused";
    }
}
