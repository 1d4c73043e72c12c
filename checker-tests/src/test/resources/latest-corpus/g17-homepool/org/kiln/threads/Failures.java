package org.kiln.threads;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

/** Remembers what went wrong in the pool's tasks. */
final class Failures {
    private static final Map<String, Integer> BY_TYPE = new Hashtable<String, Integer>();
    private static final List<String> RECENT = new ArrayList<String>();
    private static Throwable first;

    private Failures() {
    }

    static void note(String thread, RuntimeException e) {
        String type = e.getClass().getName();
        Integer n = BY_TYPE.get(type);
        BY_TYPE.put(type, n == null ? 1 : n + 1); // RACE read-modify-write #2
        synchronized (RECENT) {
            RECENT.add(thread + ": " + e);
            if (RECENT.size() > 50) {
                RECENT.remove(0);
            }
            if (first == null) {
                first = e;
            }
        }
    }

    static List<String> recent() {
        synchronized (RECENT) {
            return new ArrayList<String>(RECENT);
        }
    }
}
