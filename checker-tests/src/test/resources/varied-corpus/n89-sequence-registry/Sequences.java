package erp.numbers;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The one registry of document numbers of the application server. */
public enum Sequences {
    INSTANCE;

    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
    private final Map<String, long[]> blocks = new ConcurrentHashMap<>();
    private final Map<String, String> formats = new HashMap<>();
    private int exhausted;

    public long next(String name) {
        AtomicLong c = counters.get(name); // RACE check-then-act #1
        if (c == null) { // RACE check-then-act #1
            c = new AtomicLong(); // RACE check-then-act #1
            counters.put(name, c); // RACE check-then-act #1
        }
        return c.incrementAndGet();
    }

    public long nextChecked(String name) {
        AtomicLong c = counters.get(name);
        if (c == null) {
            AtomicLong fresh = new AtomicLong();
            AtomicLong raced = counters.putIfAbsent(name, fresh);
            c = raced != null ? raced : fresh;
        }
        return c.incrementAndGet();
    }

    public long nextInBlock(String name) {
        long[] block = blocks.computeIfAbsent(name, n -> new long[] {1, 1000});
        synchronized (block) {
            if (block[0] > block[1]) {
                block[1] += 1000;
            }
            return block[0]++;
        }
    }

    public synchronized void format(String name, String pattern) {
        if (!formats.containsKey(name)) {
            formats.put(name, pattern);
        }
    }

    public String formatted(String name) {
        String pattern;
        synchronized (this) {
            pattern = formats.getOrDefault(name, "%d");
        }
        long n = next(name);
        if (n > 1_000_000) {
            exhausted++; // RACE rmw
        }
        return String.format(pattern, n);
    }

    public boolean exhausted() {
        return exhausted > 0;
    }
}
