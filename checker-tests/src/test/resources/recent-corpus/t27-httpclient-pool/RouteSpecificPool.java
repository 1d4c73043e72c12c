package org.example.http.pool;

import java.util.HashSet;
import java.util.LinkedList;
import java.util.Set;

/** Connections of one route. */
class RouteSpecificPool {

    static final class Entry {
        final String route;
        final long created = System.currentTimeMillis();
        long updated = created;
        int uses;

        Entry(String route) {
            this.route = route;
        }
    }

    private final String route;
    private final Set<Entry> leased = new HashSet<>();
    private final LinkedList<Entry> available = new LinkedList<>();
    private int pendingCount;
    private int allocated;

    RouteSpecificPool(String route) {
        this.route = route;
    }

    Entry getFree() {
        Entry e = available.pollFirst();
        if (e != null) {
            leased.add(e);
            e.uses++;
        }
        return e;
    }

    Entry add() {
        Entry e = new Entry(route);
        leased.add(e);
        allocated++;
        return e;
    }

    void free(Entry e, boolean reusable) {
        if (!leased.remove(e)) {
            throw new IllegalStateException("Entry has not been leased from this pool");
        }
        if (reusable) {
            e.updated = System.currentTimeMillis();
            available.addFirst(e);
        } else {
            allocated--;
        }
    }

    void queue() {
        pendingCount++;
    }

    void unqueue() {
        if (pendingCount > 0) {
            pendingCount--;
        }
    }

    int getAllocated() {
        return allocated;
    }

    int removeIdle(long before) {
        int n = 0;
        for (java.util.Iterator<Entry> it = available.iterator(); it.hasNext(); ) {
            if (it.next().updated < before) {
                it.remove();
                allocated--;
                n++;
            }
        }
        return n;
    }
}
