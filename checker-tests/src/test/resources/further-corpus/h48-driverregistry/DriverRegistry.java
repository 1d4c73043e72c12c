package driverregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Knows the drivers of the virtual machine. Each module has a registry object of its own, all of
 * them show the same drivers. Registries can be used concurrently.
 */
public class DriverRegistry {

    public interface Driver {
        String scheme();

        Connection connect(String url);
    }

    public interface Connection extends AutoCloseable {
        @Override
        void close();
    }

    private static final Map<String, Driver> DRIVERS = new HashMap<>();
    private static final CopyOnWriteArrayList<Driver> FALLBACKS = new CopyOnWriteArrayList<>();
    private static boolean loaded;
    private static int connections;

    private final String module;
    private final List<String> denied = new ArrayList<>();
    private int lookups;

    public DriverRegistry(String module) {
        this.module = module;
    }

    public synchronized void register(Driver driver) {
        DRIVERS.put(driver.scheme(), driver); // RACE inconsistent-locking #1
    }

    public synchronized boolean deregister(String scheme) {
        return DRIVERS.remove(scheme) != null; // RACE inconsistent-locking #1
    }

    public static void registerFallback(Driver driver) {
        FALLBACKS.addIfAbsent(driver);
    }

    private static void ensureLoaded() {
        synchronized (DriverRegistry.class) {
            if (!loaded) {
                for (Iterator<Driver> it = ServiceLoader.load(Driver.class).iterator(); it.hasNext(); ) {
                    registerFallback(it.next());
                }
                loaded = true;
            }
        }
    }

    public Connection connect(String url) {
        ensureLoaded();
        String scheme = url.substring(0, url.indexOf(':'));
        Driver own;
        synchronized (this) {
            lookups++;
            if (denied.contains(scheme)) {
                return null;
            }
            own = DRIVERS.get(scheme); // MAYBE
        }
        if (own != null) {
            opened();
            return own.connect(url);
        }
        for (Driver d : FALLBACKS) {
            if (d.scheme().equals(scheme)) {
                opened();
                return d.connect(url);
            }
        }
        return null;
    }

    private static synchronized void opened() {
        connections++;
    }

    public static int connections() {
        synchronized (DriverRegistry.class) {
            return connections;
        }
    }

    public synchronized void deny(String scheme) {
        if (!denied.contains(scheme)) {
            denied.add(scheme);
        }
    }

    public synchronized List<String> denied() {
        return Collections.unmodifiableList(new ArrayList<>(denied));
    }

    public synchronized String describe() {
        return module + ": " + lookups + " lookups";
    }
}
