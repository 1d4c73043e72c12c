package com.lintel.quotes;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Parses feed lines on several threads and fills the cache. */
public class FeedHandler {
    private final QuoteCache cache;
    private final ExecutorService parsers = Executors.newFixedThreadPool(4);
    private final AtomicInteger bad = new AtomicInteger();
    private final AtomicReference<String> lastError = new AtomicReference<>();

    public FeedHandler(QuoteCache cache) {
        this.cache = cache;
    }

    public void accept(List<String> lines) {
        parsers.execute(() -> {
            int ok = 0;
            for (String line : lines) {
                if (parse(line)) {
                    ok++;
                }
            }
            if (ok < lines.size()) {
                bad.addAndGet(lines.size() - ok);
            }
        });
    }

    private boolean parse(String line) {
        try {
            String[] f = line.split(",");
            cache.offer(new Quote(f[0], Long.parseLong(f[1]), Double.parseDouble(f[2]), Double.parseDouble(f[3])));
            return true;
        } catch (RuntimeException e) {
            lastError.set(e.toString());
            return false;
        }
    }

    public String lastError() {
        return lastError.getAndSet(null);
    }

    public int bad() {
        return bad.get();
    }
}
