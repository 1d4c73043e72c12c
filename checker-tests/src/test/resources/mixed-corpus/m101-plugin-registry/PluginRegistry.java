package plugins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plugins of the whole process. All static state is guarded by the class's monitor. */
public final class PluginRegistry {

    private static final Map<String, Plugin> BY_NAME = new HashMap<>();
    private static final List<Listener> LISTENERS = new ArrayList<>();
    private static final Set<Plugin> ACTIVE = Collections.newSetFromMap(new IdentityHashMap<>());
    private static int generation;

    private PluginRegistry() {
    }

    public static synchronized boolean register(Plugin plugin) {
        if (BY_NAME.containsKey(plugin.name())) {
            return false;
        }
        BY_NAME.put(plugin.name(), plugin);
        changed(plugin, true);
        return true;
    }

    public static boolean unregister(String name) {
        synchronized (PluginRegistry.class) {
            Plugin p = BY_NAME.remove(name);
            if (p == null) {
                return false;
            }
            ACTIVE.remove(p);
            changed(p, false);
            return true;
        }
    }

    private static void changed(Plugin p, boolean added) {
        generation++;
        for (Listener l : LISTENERS) {
            l.changed(p, added);
        }
    }

    /** Starts a plugin unless it is running. */
    public static Plugin activate(String name) {
        Class<?> guard = PluginRegistry.class;
        synchronized (guard) {
            Plugin p = BY_NAME.get(name);
            if (p != null && ACTIVE.add(p)) {
                p.start();
            }
            return p;
        }
    }

    public static synchronized void addListener(Listener l) {
        LISTENERS.add(l);
    }

    public static Iterator<Plugin> active() {
        synchronized (PluginRegistry.class) {
            return new ArrayList<>(ACTIVE).iterator();
        }
    }

    public static synchronized int generation() {
        return generation;
    }

    /** Handle with which the owner of a plugin suspends it. */
    public static final class Handle {
        private final Plugin plugin;
        private boolean suspended;

        public Handle(Plugin plugin) {
            this.plugin = plugin;
        }

        public boolean suspend() {
            synchronized (PluginRegistry.class) {
                if (suspended || !ACTIVE.remove(plugin)) {
                    return false;
                }
                suspended = true;
                generation++;
                return true;
            }
        }

        public void resume() {
            synchronized (PluginRegistry.class) {
                if (suspended) {
                    suspended = false;
                    ACTIVE.add(plugin);
                }
            }
        }
    }

    /** A plugin. */
    public interface Plugin {
        String name();

        void start();
    }

    /** Learns about changes. */
    public interface Listener {
        void changed(Plugin p, boolean added);
    }
}
