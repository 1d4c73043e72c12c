package org.armature.plug;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Plug-ins by id. Looked up by request threads; installed by the deployment threads. */
public final class PluginRegistry {
    private static volatile PluginRegistry instance;

    private final ConcurrentMap<String, Plugin> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<String>> byTag = new ConcurrentHashMap<>();
    private final Map<String, PluginClassLoader> loaders = new WeakHashMap<>();

    private PluginRegistry() {
    }

    public static PluginRegistry get() {
        PluginRegistry r = instance;
        if (r == null) {
            synchronized (PluginRegistry.class) {
                r = instance;
                if (r == null) {
                    instance = r = new PluginRegistry();
                }
            }
        }
        return r;
    }

    /** Installs a plug-in unless the same id with a newer version is there. */
    public boolean install(Plugin p) {
        Plugin old = byId.get(p.id());
        if (old != null && old.version() >= p.version()) {
            return false;
        }
        byId.put(p.id(), p); // RACE check-then-act #2
        return true;
    }

    public void tag(String tag, String id) {
        byTag.computeIfAbsent(tag, t -> ConcurrentHashMap.newKeySet()).add(id);
    }

    public boolean upgrade(Plugin from, Plugin to) {
        return byId.get(from.id()) == from && byId.replace(from.id(), from, to);
    }

    public synchronized PluginClassLoader loaderOf(String id) {
        PluginClassLoader l = loaders.get(id);
        if (l == null) {
            l = new PluginClassLoader(byId.get(id).code(), getClass().getClassLoader());
            loaders.put(id, l);
        }
        return l;
    }
}
