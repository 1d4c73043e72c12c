package stripedmap;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Map of counters split into segments with a lock each. Thread-safe. */
public class StripedCounterMap<K> {

    private final Object[] locks;
    private final Map<K, long[]>[] segments;
    private final int[] sizes;
    private final long[] totals;

    @SuppressWarnings("unchecked")
    public StripedCounterMap(int stripes) {
        locks = new Object[stripes];
        segments = new Map[stripes];
        sizes = new int[stripes];
        totals = new long[stripes];
        for (int i = 0; i < stripes; i++) {
            locks[i] = new Object();
            segments[i] = new HashMap<>();
        }
    }

    private int stripe(K key) {
        int h = Objects.hashCode(key);
        return Math.floorMod(h ^ h >>> 16, locks.length);
    }

    public long add(K key, long delta) {
        int s = stripe(key);
        synchronized (locks[s]) {
            long[] cell = segments[s].get(key);
            if (cell == null) {
                cell = new long[1];
                segments[s].put(key, cell);
                sizes[s]++;
            }
            cell[0] += delta;
            totals[s] += delta;
            return cell[0];
        }
    }

    public long remove(K key) {
        int s = stripe(key);
        Object lock = locks[s];
        synchronized (lock) {
            long[] cell = segments[s].remove(key);
            if (cell == null) {
                return 0;
            }
            sizes[s]--;
            totals[s] -= cell[0];
            return cell[0];
        }
    }

    /** Moves the count of one key to another one. */
    public void rename(K from, K to) {
        int a = stripe(from);
        int b = stripe(to);
        synchronized (locks[Math.min(a, b)]) {
            synchronized (locks[Math.max(a, b)]) {
                long[] cell = segments[a].remove(from);
                if (cell != null) {
                    sizes[a]--;
                    totals[a] -= cell[0];
                    long[] target = segments[b].get(to);
                    if (target == null) {
                        segments[b].put(to, cell);
                        sizes[b]++;
                    } else {
                        target[0] += cell[0];
                    }
                    totals[b] += cell[0];
                }
            }
        }
    }

    public long total() {
        return sum(0);
    }

    private long sum(int from) {
        if (from == locks.length) {
            return 0;
        }
        synchronized (locks[from]) {
            return totals[from] + sum(from + 1);
        }
    }

    /** Clears all segments at once. */
    public void clear() {
        clear(0);
    }

    private void clear(int from) {
        if (from < locks.length) {
            synchronized (locks[from]) {
                segments[from].clear();
                sizes[from] = 0;
                totals[from] = 0;
                clear(from + 1);
            }
        }
    }

    public int size() {
        int n = 0;
        for (int i = 0; i < locks.length; i++) {
            synchronized (locks[i]) {
                n += sizes[i];
            }
        }
        return n;
    }
}
