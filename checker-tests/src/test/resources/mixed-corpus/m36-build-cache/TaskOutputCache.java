package buildcache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Local cache of task outputs; build workers load and store entries in parallel. */
public class TaskOutputCache {

    private final Path dir;
    private final KeyedLocks<String> locks = new KeyedLocks<>();
    private final ConcurrentMap<String, Set<String>> keysByTask = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<Path>> inputsByKey = new ConcurrentHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private long loads;

    public TaskOutputCache(Path dir) {
        this.dir = dir;
    }

    public byte[] load(String task, String key) throws Exception {
        return locks.withLock(key, () -> {
            Path file = dir.resolve(key);
            if (!Files.exists(file)) {
                return null;
            }
            loads++; // RACE wrong-lock #1
            synchronized (uses) {
                uses.merge(key, 1, Integer::sum);
            }
            return Files.readAllBytes(file);
        });
    }

    public void store(String task, String key, byte[] output, Set<Path> inputs) throws Exception {
        locks.withLock(key, () -> {
            Path file = dir.resolve(key);
            if (!Files.exists(file)) {
                Files.write(file, output);
                bytes.addAndGet(output.length);
            }
            return null;
        });
        keysByTask.computeIfAbsent(task, t -> new HashSet<>()).add(key); // RACE unsafe-collection #2
        inputsByKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).addAll(inputs);
    }

    /** Forgets the keys of a task. */
    public int forget(String task) {
        Set<String> keys = keysByTask.remove(task);
        if (keys == null) {
            return 0;
        }
        synchronized (uses) {
            uses.keySet().removeAll(keys);
        }
        return keys.size();
    }

    public int usesOf(String key) {
        synchronized (uses) {
            return uses.getOrDefault(key, 0);
        }
    }

    public long bytes() {
        return bytes.get();
    }
}
