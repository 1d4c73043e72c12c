package net.aspen.dns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Bounded cache of names. */
public class DnsCache {
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> negative = new ConcurrentHashMap<>();
    private final int capacity;
    private final UnaryOperator<String> upstream;
    private final AtomicInteger negatives = new AtomicInteger();

    public DnsCache(int capacity, UnaryOperator<String> upstream) {
        this.capacity = capacity;
        this.upstream = upstream;
    }

    public String resolve(String name, long now) {
        Entry e = entries.get(name);
        if (e != null && !e.expired(now)) {
            entries.replace(name, e, e.hit());
            return e.address();
        }
        if (negative.containsKey(name)) {
            return null;
        }
        String address = upstream.apply(name);
        if (address == null) {
            if (negative.put(name, Boolean.TRUE) == null) {
                negatives.incrementAndGet();
            }
            return null;
        }
        store(new Entry(name, address, now + 60_000, 0));
        return address;
    }

    private void store(Entry e) {
        if (entries.size() < capacity) {
            entries.put(e.name(), e); // RACE check-then-act #1
        }
    }

    /** Prolongs an entry that is still in use. */
    public void refresh(String name, long until) {
        Entry e = entries.get(name);
        if (e != null && e.hits() > 10) {
            entries.put(name, new Entry(name, e.address(), until, e.hits())); // RACE check-then-act #2
        }
    }

    public boolean extend(String name, long until) {
        return entries.computeIfPresent(name,
                (n, e) -> e.expires() >= until ? e : new Entry(n, e.address(), until, e.hits())) != null;
    }

    public int purge(long now) {
        int n = 0;
        for (Map.Entry<String, Entry> m : entries.entrySet()) {
            if (m.getValue().expired(now) && entries.remove(m.getKey(), m.getValue())) {
                n++;
            }
        }
        return n;
    }

    public void forgetNegative(String name) {
        if (negative.remove(name) != null) {
            negatives.decrementAndGet();
        }
    }
}
