package org.ide.workspace;

import java.util.Arrays;
import java.util.Collections;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources of the workspace. Plug-ins register their listeners from whatever job they happen to run
 * in; the events are sent by the builder thread.
 */
public class ResourceModel {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceModel.class);
    private static final Listener[] NONE = {};

    /** Is told of changes. */
    public interface Listener extends EventListener {
        void changed(String path);
    }

    private volatile Listener[] postChange = NONE;
    private volatile Listener[] preBuild = NONE;
    private volatile Map<String, String> natures = Collections.emptyMap();
    private final AtomicReference<Map<String, Long>> stamps = new AtomicReference<>(Collections.emptyMap());
    private final AtomicReference<Map<String, Long>> markers = new AtomicReference<>(Collections.emptyMap());
    private final ReentrantLock preBuildLock = new ReentrantLock();

    public void addPostChange(Listener l) {
        Listener[] old = postChange; // RACE atomic-compound #1
        Listener[] copy = Arrays.copyOf(old, old.length + 1);
        copy[old.length] = l;
        postChange = copy; // RACE atomic-compound #1
    }

    public void addPreBuild(Listener l) {
        preBuildLock.lock();
        try {
            Listener[] old = preBuild;
            Listener[] copy = Arrays.copyOf(old, old.length + 1);
            copy[old.length] = l;
            preBuild = copy;
        } finally {
            preBuildLock.unlock();
        }
    }

    public void removePreBuild(Listener l) {
        preBuildLock.lock();
        try {
            List<Listener> list = new java.util.ArrayList<>(Arrays.asList(preBuild));
            if (list.remove(l)) {
                preBuild = list.toArray(NONE);
            }
        } finally {
            preBuildLock.unlock();
        }
    }

    public synchronized void defineNature(String id, String builder) {
        Map<String, String> copy = new LinkedHashMap<>(natures);
        copy.put(id, builder);
        natures = Collections.unmodifiableMap(copy);
    }

    public void touch(String path, long stamp) {
        stamps.updateAndGet(m -> with(m, path, Math.max(stamp, m.getOrDefault(path, 0L))));
        fire(postChange, path);
    }

    public void mark(String path, long severity) {
        Map<String, Long> now = markers.get(); // RACE atomic-compound #2
        markers.set(with(now, path, severity)); // RACE atomic-compound #2
        LOG.debug("{} markers", markers.get().size());
    }

    public void unmark(String path) {
        Map<String, Long> now;
        Map<String, Long> then;
        do {
            now = markers.get();
            then = new LinkedHashMap<>(now);
            then.remove(path);
        } while (!markers.compareAndSet(now, then));
    }

    private static Map<String, Long> with(Map<String, Long> m, String path, long v) {
        Map<String, Long> copy = new LinkedHashMap<>(m);
        copy.put(path, v);
        return copy;
    }

    void beforeBuild(String path) {
        fire(preBuild, path);
    }

    private void fire(Listener[] listeners, String path) {
        for (Listener l : listeners) {
            try {
                l.changed(path);
            } catch (RuntimeException e) {
                LOG.warn("listener failed", e);
            }
        }
    }
}
