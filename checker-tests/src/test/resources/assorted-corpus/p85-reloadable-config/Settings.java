package org.anvil.conf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;

/**
 * Configuration with lazily loaded resources (in the manner of big-data frameworks of 2008).
 * Tasks running in one JVM share the default instance.
 */
public class Settings {
    private static final WeakHashMap<Settings, Object> REGISTRY = new WeakHashMap<Settings, Object>();
    private static final List<String> DEFAULT_RESOURCES = new java.util.concurrent.CopyOnWriteArrayList<String>();
    private static volatile Map<String, String> deprecated = new HashMap<String, String>();

    private final List<String> resources = new ArrayList<String>();
    private Properties properties;
    private Properties overlay;
    private boolean quiet = true;
    private int loads;

    public Settings() {
        synchronized (Settings.class) {
            REGISTRY.put(this, null);
        }
    }

    public Settings(Settings other) {
        synchronized (other) {
            this.resources.addAll(other.resources);
            if (other.overlay != null) {
                this.overlay = (Properties) other.overlay.clone();
            }
            this.loads += other.loads;
        }
        synchronized (Settings.class) {
            REGISTRY.put(this, null);
        }
    }

    public static synchronized void addDefaultResource(String name) {
        if (!DEFAULT_RESOURCES.contains(name)) {
            DEFAULT_RESOURCES.add(name);
            for (Settings s : REGISTRY.keySet()) {
                s.reload();
            }
        }
    }

    public static void deprecate(String old, String now) {
        Map<String, String> copy = new HashMap<String, String>(deprecated); // RACE check-then-act #1
        copy.put(old, now);
        deprecated = copy; // RACE check-then-act #1
    }

    public synchronized void addResource(String name) {
        resources.add(name);
        reload();
    }

    public synchronized void reload() {
        properties = null;
    }

    protected synchronized Properties getProps() {
        if (properties == null) {
            properties = new Properties();
            load(properties);
            if (overlay != null) {
                properties.putAll(overlay);
            }
        }
        return properties;
    }

    private void load(Properties p) {
        loads++;
        for (String r : DEFAULT_RESOURCES) {
            p.setProperty("from." + r, r);
        }
        for (String r : resources) {
            p.setProperty("from." + r, r);
        }
    }

    private synchronized Properties getOverlay() {
        if (overlay == null) {
            overlay = new Properties();
        }
        return overlay;
    }

    public void set(String name, String value) {
        getOverlay().setProperty(name, value);
        getProps().setProperty(name, value);
    }

    public synchronized void setIfUnset(String name, String value) {
        if (getProps().getProperty(name) == null) {
            set(name, value);
        }
    }

    public int increment(String name) {
        String v = getProps().getProperty(name, "0"); // RACE check-then-act #2
        int n = Integer.parseInt(v) + 1;
        set(name, Integer.toString(n)); // RACE check-then-act #2
        return n;
    }

    public synchronized int getLoads() {
        return loads;
    }

    public synchronized void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }
}
