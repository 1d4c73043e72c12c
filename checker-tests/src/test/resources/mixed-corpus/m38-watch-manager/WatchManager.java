package watches;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches by path and by watcher. Used by the request processors and by closing connections. */
public class WatchManager {

    private final Map<String, Set<Watcher>> byPath = new HashMap<>();
    private final Map<Watcher, Set<String>> byWatcher = new HashMap<>();
    private final AtomicInteger recursive = new AtomicInteger();
    private final PathTrie trie = new PathTrie();

    public synchronized int size() {
        int n = 0;
        for (Set<Watcher> s : byPath.values()) {
            n += s.size();
        }
        return n;
    }

    public synchronized boolean add(String path, Watcher watcher, boolean deep) {
        if (deep) {
            recursive.incrementAndGet();
            trie.add(path);
        }
        byWatcher.computeIfAbsent(watcher, w -> new HashSet<>()).add(path);
        return byPath.computeIfAbsent(path, p -> new HashSet<>(4)).add(watcher);
    }

    public synchronized void removeWatcher(Watcher watcher) {
        Set<String> paths = byWatcher.remove(watcher);
        if (paths == null) {
            return;
        }
        for (String p : paths) {
            Set<Watcher> list = byPath.get(p);
            if (list != null) {
                list.remove(watcher);
                if (list.isEmpty()) {
                    byPath.remove(p);
                }
            }
        }
    }

    /** Fires and removes the watches of the path. */
    public int trigger(String path, String event) {
        Set<Watcher> watchers;
        synchronized (this) {
            watchers = byPath.remove(path);
            if (watchers == null || watchers.isEmpty()) {
                return 0;
            }
        }
        for (Watcher w : watchers) {
            Set<String> paths = byWatcher.get(w);
            if (paths != null) {
                paths.remove(path); // RACE wrong-lock #1
            }
        }
        for (Watcher w : watchers) {
            w.process(path, event);
        }
        return watchers.size();
    }

    public boolean mayHaveDeepWatch(String path) {
        return recursive.get() > 0 && trie.covers(path);
    }

    public void removeDeep(String path) {
        if (trie.remove(path)) {
            recursive.decrementAndGet();
        }
    }

    /** Receives events. */
    public interface Watcher {
        void process(String path, String event);
    }
}
