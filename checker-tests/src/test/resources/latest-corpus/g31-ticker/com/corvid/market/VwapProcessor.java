package com.corvid.market;

import java.util.HashMap;
import java.util.Map;

/** Volume-weighted average price per symbol. */
public class VwapProcessor extends FeedProcessor {
    private final Map<String, long[]> sums = new HashMap<>();
    private int published;
    private long lastPrice;

    @Override
    protected void onTick(Tick t) {
        long[] s = sums.get(t.symbol());
        if (s == null) {
            s = new long[2];
            sums.put(t.symbol(), s);
        }
        s[0] += t.price() * t.volume();
        s[1] += t.volume();
    }

    @Override
    protected void published(Tick t) {
        published++; // RACE read-modify-write #1
        lastPrice = t.price();
    }

    public double vwap(String symbol) {
        synchronized (this) {
            long[] s = sums.get(symbol);
            return s == null ? Double.NaN : (double) s[0] / s[1];
        }
    }

    /** Forgets a symbol; called from the administration console. */
    public void forget(String symbol) {
        sums.remove(symbol); // RACE inconsistent-locking #2
    }

    public String state() {
        return published + " published, last " + lastPrice;
    }
}
