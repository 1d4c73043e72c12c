package com.lintel.quotes;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Latest quotes with an LRU bound. Thread-safe. */
public final class QuoteCache {
    private final Guarded guard = new Guarded();
    private final LinkedHashMap<String, Quote> quotes = new LinkedHashMap<>();
    private final LongAdder misses = new LongAdder();
    private final int capacity;
    private long evictions;
    private long updates;

    public QuoteCache(int capacity) {
        this.capacity = capacity;
    }

    public Quote get(String symbol) {
        Quote q = guard.reading(() -> quotes.get(symbol));
        if (q == null) {
            misses.increment();
        }
        return q;
    }

    /** Keeps the newer of the stored and the given quote. */
    public void offer(Quote quote) {
        guard.writing(() -> {
            Quote old = quotes.get(quote.symbol());
            if (old == null || old.time() < quote.time()) {
                quotes.put(quote.symbol(), quote);
                updates++;
            }
            trim();
        });
    }

    private void trim() {
        assert guard.heldForWriting();
        Iterator<String> it = quotes.keySet().iterator();
        while (quotes.size() > capacity && it.hasNext()) {
            it.next();
            it.remove();
            evictions++;
        }
    }

    public String stats() {
        return guard.reading(() -> updates + " updates, " + evictions + " evictions, " + misses.sum() + " misses");
    }
}
