package assets.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Generates derived assets once per name; web threads call in. */
public class FileCache {
    private final Map<String, Integer> builds = new ConcurrentHashMap<>();
    private final Map<String, byte[]> done = new ConcurrentHashMap<>();
    private final Map<Path, Object> pathLocks = new ConcurrentHashMap<>();
    private final Map<Path, Integer> sizes = new ConcurrentHashMap<>();

    public byte[] asset(String name) {
        synchronized (("asset-" + name).intern()) {
            byte[] a = done.get(name);
            if (a == null) {
                a = name.getBytes();
                done.put(name, a);
            }
            return a;
        }
    }

    public int rebuild(String name) {
        String key = "asset-" + name;
        synchronized (key) { // RACE wrong-lock #1
            int n = builds.getOrDefault(name, 0); // RACE wrong-lock #1
            builds.put(name, n + 1); // RACE wrong-lock #1
            return n + 1;
        }
    }

    public void grow(Path p, int by) {
        Object lock = pathLocks.computeIfAbsent(p, x -> new Object());
        synchronized (lock) {
            Integer old = sizes.get(p);
            sizes.put(p, old == null ? by : old + by);
        }
    }

    public Map<String, Integer> builds() {
        return new HashMap<>(builds);
    }
}
