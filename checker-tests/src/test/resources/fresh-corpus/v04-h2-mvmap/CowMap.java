package v04h2mvmap;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A sorted map of which every version is immutable; writers build a new root page and install it. Safe for any number
 * of concurrent readers and writers.
 */
public final class CowMap {
    private static final int LOCK_AFTER = 4;

    private final AtomicReference<RootReference> root = new AtomicReference<>(new RootReference(Page.EMPTY, 0, 0));
    private final Object lock = new Object();
    private boolean notificationRequested;

    /** Changes the map; returns the old value. */
    public Object put(long key, Object value) {
        int attempt = 0;
        while (true) {
            RootReference ref = root.get();
            Page p = ref.page;
            int idx = p.binarySearch(key);
            Object old = idx < 0 ? null : p.values[idx];
            Page copy = idx < 0 ? p.insert(-idx - 1, key, value) : p.copy();
            if (idx >= 0) {
                copy.values[idx] = value;
                copy.writes++;
            }
            if (root.compareAndSet(ref, new RootReference(copy, ref.version, ref.updateAttempts + attempt + 1))) {
                if (attempt > LOCK_AFTER) {
                    wakeUp();
                }
                return old;
            }
            attempt++;
            if (attempt > LOCK_AFTER) {
                pause(ref);
            }
        }
    }

    public Object get(long key) {
        Page p = root.get().page;
        int i = p.binarySearch(key);
        return i < 0 ? null : p.values[i];
    }

    /** Called by the store when a chunk has been written. */
    public RootReference setWriteVersion(long version) {
        RootReference ref;
        RootReference updated;
        do {
            ref = root.get();
            if (ref.version >= version) {
                return ref;
            }
            updated = new RootReference(ref.page, version, 0);
        } while (!root.compareAndSet(ref, updated));
        return updated;
    }

    private void pause(RootReference seen) {
        synchronized (lock) {
            if (root.get() == seen) {
                notificationRequested = true;
                try {
                    lock.wait(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void wakeUp() {
        synchronized (lock) {
            if (notificationRequested) {
                notificationRequested = false;
                lock.notifyAll();
            }
        }
    }

    static final class RootReference {
        final Page page;
        final long version;
        final long updateAttempts;

        RootReference(Page page, long version, long updateAttempts) {
            this.page = page;
            this.version = version;
            this.updateAttempts = updateAttempts;
        }
    }

    static final class Page {
        static final Page EMPTY = new Page(new long[0], new Object[0]);
        final long[] keys;
        final Object[] values;
        int writes;

        Page(long[] keys, Object[] values) {
            this.keys = keys;
            this.values = values;
        }

        Page copy() {
            Page p = new Page(keys, values.clone());
            p.writes = writes;
            return p;
        }

        int binarySearch(long key) {
            return Arrays.binarySearch(keys, key);
        }

        Page insert(int at, long key, Object value) {
            long[] k = Arrays.copyOf(keys, keys.length + 1);
            Object[] v = Arrays.copyOf(values, values.length + 1);
            System.arraycopy(keys, at, k, at + 1, keys.length - at);
            System.arraycopy(values, at, v, at + 1, values.length - at);
            k[at] = key;
            v[at] = value;
            Page p = new Page(k, v);
            p.writes = writes;
            p.writes += 1;
            return p;
        }
    }
}
