package k64;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** Resolved names; readers are many. */
public class DnsTable {
    private final ReentrantReadWriteLock rwl = new ReentrantReadWriteLock();
    private final Map<String, Entry> table = new HashMap<>();
    private final Function<String, String> resolver;
    private int misses;

    static final class Entry {
        final String address;
        int uses;

        Entry(String address) {
            this.address = address;
        }
    }

    public DnsTable(Function<String, String> resolver) {
        this.resolver = resolver;
    }

    /** Checks again after the upgrade. */
    public String resolve(String host) {
        rwl.readLock().lock();
        try {
            Entry e = table.get(host);
            if (e != null) {
                return e.address;
            }
        } finally {
            rwl.readLock().unlock();
        }
        rwl.writeLock().lock();
        try {
            Entry e = table.get(host);
            if (e == null) {
                misses++;
                e = new Entry(resolver.apply(host));
                table.put(host, e);
            }
            return e.address;
        } finally {
            rwl.writeLock().unlock();
        }
    }

    public void pin(String host) {
        Entry e;
        rwl.readLock().lock();
        try {
            e = table.get(host); // RACE split-lock #1
        } finally {
            rwl.readLock().unlock();
        }
        if (e == null) { // RACE split-lock #1
            e = new Entry(resolver.apply(host));
            e.uses = 1;
            rwl.writeLock().lock();
            try {
                table.put(host, e); // RACE split-lock #1
            } finally {
                rwl.writeLock().unlock();
            }
        } else {
            rwl.readLock().lock();
            try {
                e.uses++; // RACE wrong-lock #2
            } finally {
                rwl.readLock().unlock();
            }
        }
    }

    public void unpin(String host) {
        rwl.writeLock().lock();
        try {
            Entry e = table.get(host);
            if (e != null && --e.uses <= 0) {
                table.remove(host);
            }
        } finally {
            rwl.writeLock().unlock();
        }
    }
}
