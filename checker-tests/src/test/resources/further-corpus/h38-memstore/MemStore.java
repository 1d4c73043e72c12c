package memstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The in-memory part of a log structured store. Writers, readers and the flusher run concurrently. */
public class MemStore implements AutoCloseable {

    public interface Table {
        void write(NavigableMap<String, String> sorted);
    }

    private final ExecutorService flusher = Executors.newSingleThreadExecutor();
    private final Table table;
    private final int flushSize;
    private final AtomicLong sequence = new AtomicLong();
    private final Object walLock = new Object();
    private volatile TreeMap<String, String> active = new TreeMap<>();
    private volatile List<NavigableMap<String, String>> frozen = List.of();
    private List<String> wal = new ArrayList<>();
    private int flushes;

    public MemStore(Table table, int flushSize) {
        this.table = table;
        this.flushSize = flushSize;
    }

    public long put(String key, String value) {
        long seq = sequence.incrementAndGet();
        synchronized (walLock) {
            wal.add(seq + " " + key + "=" + value);
        }
        synchronized (active) { // RACE inconsistent-locking #1
            active.put(key, value); // RACE inconsistent-locking #1
            if (active.size() >= flushSize) { // RACE inconsistent-locking #1
                freeze();
            }
        }
        return seq;
    }

    private void freeze() {
        TreeMap<String, String> old = active; // RACE inconsistent-locking #1
        active = new TreeMap<>(); // RACE inconsistent-locking #1
        synchronized (this) {
            List<NavigableMap<String, String>> copy = new ArrayList<>(frozen);
            copy.add(old);
            frozen = List.copyOf(copy);
        }
        flusher.execute(() -> flush(old));
    }

    private void flush(NavigableMap<String, String> map) {
        table.write(map);
        flushes++;
        synchronized (this) {
            List<NavigableMap<String, String>> copy = new ArrayList<>(frozen);
            copy.removeIf(m -> m == map);
            frozen = List.copyOf(copy);
        }
    }

    public List<String> rollWal() {
        synchronized (walLock) {
            List<String> old = wal;
            wal = new ArrayList<>();
            return old;
        }
    }

    public String getFrozen(String key) {
        List<NavigableMap<String, String>> maps = frozen;
        for (int i = maps.size() - 1; i >= 0; i--) {
            String v = maps.get(i).get(key);
            if (v != null) {
                return v;
            }
        }
        return null;
    }

    /** Merges the maps; a later map wins. */
    public static NavigableMap<String, String> merge(List<? extends Map<String, String>> maps) {
        TreeMap<String, String> result = new TreeMap<>();
        int replaced = 0;
        for (Map<String, String> m : maps) {
            for (Map.Entry<String, String> e : m.entrySet()) {
                if (result.put(e.getKey(), e.getValue()) != null) {
                    replaced++;
                }
            }
        }
        result.put("#replaced", Integer.toString(replaced));
        return result;
    }

    @Override
    public void close() {
        flusher.shutdown();
    }
}
