package tariff;

import java.util.Map;
import java.util.TreeMap;

/** Prices by hour, replaced as a whole; the meters by customer. */
public class Tariff {
    private final Map<String, UsageMeter> meters = new TreeMap<String, UsageMeter>();
    private volatile long[] prices = new long[24];
    private volatile boolean holiday;
    private int customers;
    private long billed;

    public void setPrices(long[] p) {
        prices = p.clone();
    }

    public void setHoliday(boolean on) {
        holiday = on;
    }

    public UsageMeter meter(String customer) {
        synchronized (meters) {
            UsageMeter m = meters.get(customer);
            if (m == null) {
                m = new UsageMeter();
                meters.put(customer, m);
                customers++;
            }
            return m;
        }
    }

    public long bill(String customer, int hour) {
        long price = holiday ? 1 : prices[hour];
        long cents = meter(customer).total() * price;
        synchronized (this) {
            billed += cents;
        }
        return cents;
    }

    public boolean cancel(String customer) {
        synchronized (meters) {
            if (meters.remove(customer) == null) {
                return false;
            }
            customers--;
            return true;
        }
    }

    /** Books money back. */
    public void credit(long cents) {
        if (cents <= 0) {
            return;
        }
        billed -= cents; // RACE wrong-lock
    }

    public synchronized long billed() {
        return billed;
    }
}
