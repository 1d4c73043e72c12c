package org.signpost.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Extension points; bundles come and go on framework threads. */
public final class Registry {
    public interface Plugin {
        String id();

        int priority();
    }

    private final CopyOnWriteArrayList<Plugin> plugins = new CopyOnWriteArrayList<Plugin>();
    private final List<Plugin> ordered = new CopyOnWriteArrayList<Plugin>();
    private final List<String> log = Collections.synchronizedList(new ArrayList<String>());
    private final Map<String, Plugin> byId = new ConcurrentHashMap<String, Plugin>();

    public boolean install(Plugin p) {
        if (byId.putIfAbsent(p.id(), p) != null) {
            return false;
        }
        plugins.addIfAbsent(p);
        log.add("+" + p.id());
        return true;
    }

    public void insertOrdered(Plugin p) {
        int i = 0;
        while (i < ordered.size() && ordered.get(i).priority() >= p.priority()) { // RACE check-then-act #1
            i++;
        }
        ordered.add(i, p); // RACE check-then-act #1
    }

    public void replace(Plugin old, Plugin fresh) {
        int i = plugins.indexOf(old); // RACE check-then-act #2
        if (i >= 0) {
            plugins.set(i, fresh); // RACE check-then-act #2
        }
        byId.replace(old.id(), old, fresh);
    }

    public void uninstall(Plugin p) {
        if (byId.remove(p.id(), p)) {
            plugins.remove(p);
            log.add("-" + p.id());
        }
    }

    public void trimLog() {
        synchronized (log) {
            while (log.size() > 100) {
                log.remove(0);
            }
        }
    }

    public String lastLine() {
        if (log.isEmpty()) { // RACE check-then-act #3
            return "";
        }
        return log.remove(log.size() - 1); // RACE check-then-act #3
    }

    public List<Plugin> sorted() {
        List<Plugin> copy = new ArrayList<Plugin>(plugins);
        copy.sort((a, b) -> Integer.compare(b.priority(), a.priority()));
        return copy;
    }
}
