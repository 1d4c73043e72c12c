package partition;

import java.util.HashMap;
import java.util.Map;

/** Entries of one partition; only used on the partition's thread. */
class RecordStore {

    private final Map<String, Entry> entries = new HashMap<>();
    private final StoreStats stats;
    private long version;

    RecordStore(StoreStats stats) {
        this.stats = stats;
    }

    byte[] put(String key, byte[] value) {
        Entry e = entries.get(key);
        byte[] old = null;
        if (e == null) {
            e = new Entry();
            entries.put(key, e);
            stats.entryAdded();
        } else {
            old = e.value;
        }
        e.value = value;
        e.version = ++version;
        e.hits++;
        stats.bytes(value.length - (old == null ? 0 : old.length));
        return old;
    }

    byte[] get(String key) {
        Entry e = entries.get(key);
        if (e == null) {
            return null;
        }
        e.hits++;
        return e.value;
    }

    long increment(String key) {
        byte[] old = get(key);
        long n = old == null ? 1 : Long.parseLong(new String(old)) + 1;
        put(key, Long.toString(n).getBytes());
        return n;
    }

    boolean remove(String key) {
        Entry e = entries.remove(key);
        if (e == null) {
            return false;
        }
        stats.entryRemoved();
        stats.bytes(-e.value.length);
        version++;
        return true;
    }

    private static final class Entry {
        byte[] value;
        long version;
        int hits;
    }
}
