package org.almanac.pages;

import java.util.*;

/** Rendered pages and the hit counters of their parts. */
public class PageCache {
    private final Map<String, Page> pages = Collections.synchronizedMap(new LruMap<String, Page>(500));
    private final Map<String, Integer> partHits = Collections.synchronizedMap(new TreeMap<String, Integer>());
    private final SortedSet<String> stale = Collections.synchronizedSortedSet(new TreeSet<String>());
    private final Renderer renderer;

    public PageCache(Renderer renderer) {
        this.renderer = renderer;
    }

    public Page page(String path) {
        Page p = pages.get(path);
        if (p == null) {
            Page rendered = renderer.render(path);
            Page other = pages.putIfAbsent(path, rendered);
            p = other == null ? rendered : other;
        }
        p.viewed();
        return p;
    }

    public void partHit(String part) {
        if (partHits.containsKey(part)) {
            partHits.put(part, partHits.get(part) + 1); // RACE check-then-act #1
        } else {
            partHits.put(part, 1); // RACE check-then-act #1
        }
    }

    public void partMissed(String part) {
        synchronized (partHits) {
            if (partHits.containsKey(part)) {
                partHits.put(part, partHits.get(part) - 1);
            }
        }
    }

    public void markStale(String path) {
        if (stale.add(path)) {
            pages.remove(path);
        }
    }

    /** Next stale page to render anew, or null. Used by a number of background renderers. */
    public String takeStale() {
        if (stale.isEmpty()) {
            return null;
        }
        String s = stale.first();
        stale.remove(s); // RACE check-then-act #2
        return s;
    }
}
