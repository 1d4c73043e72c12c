package watchtable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * This class manages watches. It allows watches to be associated with a string
 * and removes watchers and their watches in addition to managing triggers.
 */
public class WatchManager {

    private final Map<String, Set<Watcher>> watchTable = new HashMap<>();
    private final Map<Watcher, Set<String>> watch2Paths = new HashMap<>();
    private int recursiveWatchQty = 0;

    public synchronized int size() {
        int result = 0;
        for (Set<Watcher> watches : watchTable.values()) {
            result += watches.size();
        }
        return result;
    }

    public synchronized boolean addWatch(String path, Watcher watcher, boolean recursive) {
        Set<Watcher> list = watchTable.get(path);
        if (list == null) {
            list = new HashSet<>(4);
            watchTable.put(path, list);
        }
        list.add(watcher);

        Set<String> paths = watch2Paths.get(watcher);
        if (paths == null) {
            paths = new HashSet<>();
            watch2Paths.put(watcher, paths);
        }
        if (recursive) {
            ++recursiveWatchQty;
        }
        return paths.add(path);
    }

    public void removeWatcher(Watcher watcher) {
        Set<String> paths;
        synchronized (this) {
            paths = watch2Paths.remove(watcher); // RACE split-section #1
        }
        if (paths == null) {
            return;
        }
        for (String p : paths) {
            synchronized (this) {
                Set<Watcher> list = watchTable.get(p); // RACE split-section #1
                if (list != null) {
                    list.remove(watcher); // RACE split-section #1
                    if (list.isEmpty()) {
                        watchTable.remove(p);
                    }
                }
            }
        }
    }

    public synchronized boolean removeWatcher(String path, Watcher watcher) {
        Set<String> paths = watch2Paths.get(watcher);
        if (paths == null || !paths.remove(path)) {
            return false;
        }
        Set<Watcher> list = watchTable.get(path);
        if (list == null || !list.remove(watcher)) {
            return false;
        }
        if (list.isEmpty()) {
            watchTable.remove(path);
        }
        return true;
    }

    public Set<Watcher> triggerWatch(String path, String event) {
        Set<Watcher> watchers = new HashSet<>();
        synchronized (this) {
            Set<Watcher> thisWatchers = watchTable.remove(path);
            if (thisWatchers == null) {
                return watchers;
            }
            Iterator<Watcher> iterator = thisWatchers.iterator();
            while (iterator.hasNext()) {
                Watcher watcher = iterator.next();
                watchers.add(watcher);
                Set<String> paths = watch2Paths.get(watcher);
                if (paths != null) {
                    paths.remove(path);
                }
            }
        }
        for (Watcher w : watchers) {
            w.process(path, event);
        }
        return watchers;
    }

    synchronized int getRecursiveWatchQty() {
        return recursiveWatchQty;
    }
}
