package net.waypoint.dns;

import java.util.HashMap;
import java.util.Map;

/** Read on every look-up, changed by hand: copy on write below one monitor. */
public final class HostOverrides {
    private volatile Map<String, String> hosts = Map.of();
    private volatile int version;

    public String get(String name) {
        return hosts.get(name);
    }

    public synchronized void set(String name, String address) {
        Map<String, String> copy = new HashMap<>(hosts);
        copy.put(name, address);
        hosts = Map.copyOf(copy);
        version++;
    }

    public void clear(String name) {
        synchronized (this) {
            Map<String, String> copy = new HashMap<>(hosts);
            if (copy.remove(name) != null) {
                hosts = Map.copyOf(copy);
                version++;
            }
        }
    }

    public int version() {
        return version;
    }
}
