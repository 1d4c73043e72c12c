package audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trail of security relevant events. May be written by any thread. */
public class AuditTrail {

    private final List<String> entries = new ArrayList<>();
    private final Map<String, Integer> byActor = new LinkedHashMap<>();
    private long sequence;

    public synchronized long record(String actor, String action) {
        long n = ++sequence;
        entries.add(n + " " + actor + " " + action);
        count(actor);
        recorded(n, actor);
        return n;
    }

    private void count(String actor) {
        Integer old = byActor.get(actor);
        byActor.put(actor, old == null ? 1 : old + 1);
    }

    /** Hook for subclasses. */
    protected void recorded(long n, String actor) {
    }

    public synchronized List<String> tail(int n) {
        return new ArrayList<>(entries.subList(Math.max(0, entries.size() - n), entries.size()));
    }

    protected final synchronized int countOf(String actor) {
        return byActor.getOrDefault(actor, 0);
    }

    protected synchronized void trim(int keep) {
        if (entries.size() > keep) {
            entries.subList(0, entries.size() - keep).clear();
        }
    }
}
