package ticketpool;

import java.util.concurrent.atomic.AtomicLong;

/** A gate of the park. Every gate has its own threads, all gates sell from the same pool. */
public class RideGate {

    private final TicketPool pool;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong sold = new AtomicLong();

    public RideGate(TicketPool pool) {
        this.pool = pool;
    }

    public boolean sellFamily(int persons) {
        if (pool.available() < persons) { // RACE split-section #1
            refused.incrementAndGet();
            return false;
        }
        pool.take(persons); // RACE split-section #1
        sold.addAndGet(persons);
        return true;
    }

    public boolean sellSingle(String visitor) {
        if (pool.isBanned(visitor) || !pool.tryTake(1)) { // MAYBE
            refused.incrementAndGet();
            return false;
        }
        sold.incrementAndGet();
        return true;
    }

    public int sellGroup(int persons) {
        synchronized (pool) {
            int n = Math.min(persons, pool.available());
            if (n > 0) {
                pool.take(n);
            }
            sold.addAndGet(n);
            return n;
        }
    }

    public void misbehaved(String visitor) {
        if (!pool.isBanned(visitor)) {
            pool.ban(visitor);
        }
    }

    public void refund(int n) {
        pool.giveBack(n);
        sold.addAndGet(-n);
    }

    public String report() {
        return sold.get() + " sold, " + refused.get() + " refused";
    }
}
