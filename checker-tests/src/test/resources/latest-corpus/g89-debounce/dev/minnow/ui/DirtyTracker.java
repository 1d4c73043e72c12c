package dev.minnow.ui;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What has changed since it was last saved. */
public class DirtyTracker {
    private final Set<String> dirty = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Set<String>> deleted = new AtomicReference<>(ConcurrentHashMap.newKeySet());
    private final AtomicBoolean structure = new AtomicBoolean();
    private long edits;
    private long savedEdits;
    private final Object editLock = new Object();

    public void changed(String id) {
        dirty.add(id);
        synchronized (editLock) {
            edits++;
        }
    }

    public void removed(String id) {
        deleted.get().add(id); // MAYBE
        structure.set(true);
    }

    /** Changed ids, forgotten afterwards. Called by the saver. */
    public Set<String> takeDirty() {
        Set<String> out = new TreeSet<>(dirty);
        dirty.clear(); // RACE split-section #2
        return out;
    }

    public List<String> takeEach() {
        List<String> out = new ArrayList<>();
        for (Iterator<String> it = dirty.iterator(); it.hasNext();) {
            String id = it.next();
            if (dirty.remove(id)) {
                out.add(id);
            }
        }
        return out;
    }

    public Set<String> takeDeleted() {
        return deleted.getAndSet(ConcurrentHashMap.newKeySet());
    }

    public boolean takeStructure() {
        return structure.compareAndSet(true, false);
    }

    long edits() {
        synchronized (editLock) {
            return edits;
        }
    }

    /** Everything up to the given number of edits has been written. */
    void markSaved(long upTo) {
        synchronized (editLock) {
            if (upTo > savedEdits) {
                savedEdits = upTo;
            }
        }
    }

    public boolean upToDate() {
        synchronized (editLock) {
            return savedEdits == edits;
        }
    }
}
