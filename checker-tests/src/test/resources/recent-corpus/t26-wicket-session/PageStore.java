package org.example.wicket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The user's session: browsers send several requests for it at the same time, each is
 * served in a thread of the container.
 */
public class PageStore {

    /** Pages of one window; locked by the request that works with it. */
    static final class PageMap {
        final String name;
        final Map<Integer, byte[]> versions = new LinkedHashMap<>();
        int hits;

        PageMap(String name) {
            this.name = name;
        }
    }

    private final Map<String, PageMap> pageMaps = new ConcurrentHashMap<>();
    private final Map<String, Object> metaData = new HashMap<>();
    private final List<String> feedback = new ArrayList<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private int nextPageId;
    private Dispatcher dispatcher;
    private static Dispatcher shared;

    static class Dispatcher {
        final Map<String, Integer> open = new ConcurrentHashMap<>();

        void opened(String window) {
            open.merge(window, 1, Integer::sum);
        }
    }

    int nextPageId() {
        return nextPageId++; // RACE rmw
    }

    int nextSequence() {
        return sequence.getAndIncrement();
    }

    Dispatcher dispatcher() {
        if (dispatcher == null) { // RACE check-then-act #1
            dispatcher = new Dispatcher(); // RACE check-then-act #1
        }
        return dispatcher;
    }

    static synchronized Dispatcher shared() {
        if (shared == null) {
            shared = new Dispatcher();
        }
        return shared;
    }

    PageMap pageMap(String name) {
        PageMap pm = pageMaps.get(name); // RACE check-then-act #2
        if (pm == null) {
            pm = new PageMap(name);
            pageMaps.put(name, pm); // RACE check-then-act #2
            dispatcher().opened(name);
            shared().opened(name);
        }
        return pm;
    }

    /** Request cycle entry. */
    public void respond(String window, byte[] state) {
        PageMap pm = pageMap(window);
        int id = nextPageId();
        synchronized (pm) {
            pm.hits++;
            pm.versions.put(id, state);
            if (pm.versions.size() > 20) {
                pm.versions.remove(pm.versions.keySet().iterator().next());
            }
        }
    }

    public void info(String message) {
        synchronized (feedback) {
            feedback.add(nextSequence() + ": " + message);
        }
    }

    public List<String> drainFeedback() {
        synchronized (feedback) {
            List<String> copy = new ArrayList<>(feedback);
            feedback.clear();
            return copy;
        }
    }

    public synchronized void setMetaData(String key, Object value) {
        if (value == null) {
            metaData.remove(key);
        } else {
            metaData.put(key, value);
        }
    }
}
