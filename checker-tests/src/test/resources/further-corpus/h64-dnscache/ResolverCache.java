package dnscache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Caches the addresses of hosts for a while. Safe for use by multiple threads. */
public class ResolverCache {

    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final class Entry {
        private final InetAddress[] addresses;
        private final long expires;
        private volatile int next;

        Entry(InetAddress[] addresses, long expires) {
            this.addresses = addresses;
            this.expires = expires;
        }

        synchronized InetAddress rotate() {
            InetAddress a = addresses[next];
            next = (next + 1) % addresses.length;
            return a;
        }
    }

    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final Map<String, Entry> entries = new HashMap<>();
    private final LongAdder hits = new LongAdder();
    private final Resolver resolver;
    private final long ttl;
    private long lookups;
    private long purged;

    public ResolverCache(Resolver resolver, long ttl) {
        this.resolver = resolver;
        this.ttl = ttl;
    }

    public InetAddress next(String host, long now) throws UnknownHostException {
        rw.readLock().lock();
        Entry e = entries.get(host);
        if (e != null && e.expires > now) {
            try {
                hits.increment();
                return e.rotate();
            } finally {
                rw.readLock().unlock();
            }
        }
        rw.readLock().unlock();
        rw.writeLock().lock();
        try {
            e = entries.get(host);
            if (e == null || e.expires <= now) {
                lookups++;
                e = new Entry(resolver.resolve(host), now + ttl);
                entries.put(host, e);
            }
            rw.readLock().lock();
        } finally {
            rw.writeLock().unlock();
        }
        try {
            return e.rotate();
        } finally {
            rw.readLock().unlock();
        }
    }

    public int purge(long now) {
        List<String> old = new ArrayList<>();
        rw.readLock().lock();
        try {
            for (Map.Entry<String, Entry> e : entries.entrySet()) {
                if (e.getValue().expires <= now) {
                    old.add(e.getKey());
                }
            }
        } finally {
            rw.readLock().unlock();
        }
        if (old.isEmpty()) {
            return 0;
        }
        int removed = 0;
        rw.writeLock().lock();
        try {
            for (String host : old) {
                Entry e = entries.get(host);
                if (e != null && e.expires <= now) {
                    entries.remove(host);
                    removed++;
                }
            }
            purged += removed;
        } finally {
            rw.writeLock().unlock();
        }
        return removed;
    }

    public void preload(Map<String, InetAddress[]> known, long now) {
        rw.writeLock().lock();
        try {
            known.forEach((host, addresses) -> {
                if (!entries.containsKey(host)) {
                    entries.put(host, new Entry(addresses, now + ttl));
                }
            });
        } finally {
            rw.writeLock().unlock();
        }
    }

    public String stats() {
        rw.readLock().lock();
        try {
            return hits.sum() + " hits, " + lookups + " lookups, " + purged + " purged";
        } finally {
            rw.readLock().unlock();
        }
    }
}
