package trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects trace events. Every thread fills a buffer of its own, which goes to the common store when
 * it is full.
 */
public class TraceCollector {

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final List<List<String>> store = new ArrayList<>();
    private final Map<String, Long> totals = new HashMap<>();
    private final ThreadLocal<Buffer> local = ThreadLocal.withInitial(Buffer::new);
    private long stored;

    public void event(String name, long nanos) {
        Buffer b = local.get();
        b.lines.add(name + ":" + nanos);
        b.sums.merge(name, nanos, Long::sum);
        b.events++;
        names.add(name);
        if (b.events == 512) {
            flush(b);
        }
    }

    /** Called by threads before they end. */
    public void flushMine() {
        Buffer b = local.get();
        if (b.events > 0) {
            flush(b);
        }
        local.remove();
    }

    private void flush(Buffer b) {
        List<String> lines = b.lines;
        synchronized (store) {
            store.add(lines);
            stored += b.events;
            b.sums.forEach((n, t) -> totals.merge(n, t, Long::sum));
        }
        b.lines = new ArrayList<>(512);
        b.sums.clear();
        b.events = 0;
    }

    public Map<String, Long> totals() {
        synchronized (store) {
            return new HashMap<>(totals);
        }
    }

    public List<String> takeAll() {
        List<String> result = new ArrayList<>();
        synchronized (store) {
            for (List<String> l : store) {
                result.addAll(l);
            }
            store.clear();
            stored = 0;
        }
        return result;
    }

    private static final class Buffer {
        private List<String> lines = new ArrayList<>(512);
        private final Map<String, Long> sums = new HashMap<>();
        private int events;
    }
}
