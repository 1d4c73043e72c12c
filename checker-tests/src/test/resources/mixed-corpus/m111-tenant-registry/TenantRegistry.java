package tenants;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Registry of tenants, shared by the administration and all request threads. */
public class TenantRegistry {

    private final Map<String, Tenant> byHost = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> changes = new Vector<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> settings = new ConcurrentHashMap<>();

    public boolean add(String host, Tenant tenant) {
        if (byHost.putIfAbsent(host, tenant) != null) {
            return false;
        }
        changes.add("+" + host);
        fire();
        return true;
    }

    /** Moves a tenant to another host name, if that one is free. */
    public boolean rename(String from, String to) {
        synchronized (byHost) {
            if (byHost.containsKey(to)) {
                return false;
            }
            Tenant t = byHost.remove(from);
            if (t == null) {
                return false;
            }
            byHost.put(to, t);
            if (changes.size() > 1000) {
                changes.clear(); // MAYBE
            }
        }
        changes.add(from + "->" + to);
        fire();
        return true;
    }

    public Tenant lookup(String host) {
        return byHost.get(host);
    }

    public int removeIdle(long before) {
        int n = 0;
        synchronized (byHost) {
            for (var it = byHost.values().iterator(); it.hasNext();) {
                if (it.next().lastUse() < before) {
                    it.remove();
                    n++;
                }
            }
        }
        return n;
    }

    /** Settings of a tenant are replaced as a whole. */
    public void set(String tenant, String key, String value) {
        settings.merge(tenant, Map.of(key, value), (old, fresh) -> {
            Map<String, String> copy = new HashMap<>(old);
            copy.putAll(fresh);
            return Map.copyOf(copy);
        });
    }

    public boolean unset(String tenant, String key) {
        while (true) {
            Map<String, String> old = settings.get(tenant);
            if (old == null || !old.containsKey(key)) {
                return false;
            }
            Map<String, String> copy = new HashMap<>(old);
            copy.remove(key);
            boolean done = copy.isEmpty() ? settings.remove(tenant, old)
                    : settings.replace(tenant, old, Map.copyOf(copy));
            if (done) {
                return true;
            }
        }
    }

    public void onChange(Runnable listener) {
        listeners.addIfAbsent(listener);
    }

    private void fire() {
        for (Runnable r : listeners) {
            r.run();
        }
    }

    /** A tenant. */
    public record Tenant(String name, long lastUse) {
    }
}
