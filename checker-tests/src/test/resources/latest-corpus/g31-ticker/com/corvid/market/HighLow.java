package com.corvid.market;

import java.util.Map;
import java.util.TreeMap;

/** Highest and lowest price per symbol. */
public class HighLow extends FeedProcessor {
    private final Map<String, Long> high = new TreeMap<>();
    private final Map<String, Long> low = new TreeMap<>();
    private int records;

    @Override
    protected void onTick(Tick t) {
        update(high, t, 1);
        update(low, t, -1);
    }

    private void update(Map<String, Long> m, Tick t, int sign) {
        Long old = m.get(t.symbol());
        if (old == null || sign * Long.compare(t.price(), old) > 0) {
            m.put(t.symbol(), t.price());
            records++;
        }
    }

    public synchronized int records() {
        return records;
    }
}
