package v07ehcachesegment;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** In-memory store of a cache. All public operations may be used concurrently. */
public class LfuStore {
    private static final class Element {
        final Object value;
        final long created = System.nanoTime();
        long hitCount;
        volatile long lastAccess = created;

        Element(Object value) {
            this.value = value;
        }

        void updateAccessStatistics() {
            lastAccess = System.nanoTime();
            hitCount++; // RACE rmw
        }
    }

    private final Segment[] segments = new Segment[16];

    public LfuStore(int maxPerSegment) {
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new Segment(maxPerSegment);
        }
    }

    private Segment segmentFor(Object key) {
        int h = key.hashCode();
        return segments[(h ^ (h >>> 16)) & (segments.length - 1)];
    }

    public Object get(Object key) {
        return segmentFor(key).get(key);
    }

    public boolean put(Object key, Object value) {
        return segmentFor(key).put(key, value);
    }

    public Object remove(Object key) {
        return segmentFor(key).remove(key);
    }

    public long evictions() {
        long n = 0;
        for (Segment s : segments) {
            n += s.evictions();
        }
        return n;
    }

    private static final class Segment extends ReentrantReadWriteLock {
        private final Map<Object, Element> table = new HashMap<>();
        private final int max;
        private int evicted;
        private int misses;

        Segment(int max) {
            this.max = max;
        }

        Object get(Object key) {
            readLock().lock();
            try {
                Element e = table.get(key);
                if (e == null) {
                    misses++; // RACE wrong-lock
                    return null;
                }
                e.updateAccessStatistics();
                return e.value;
            } finally {
                readLock().unlock();
            }
        }

        boolean put(Object key, Object value) {
            writeLock().lock();
            try {
                boolean fresh = table.put(key, new Element(value)) == null;
                if (fresh && table.size() > max) {
                    evictOne(key);
                }
                return fresh;
            } finally {
                writeLock().unlock();
            }
        }

        Object remove(Object key) {
            final WriteLock w = writeLock();
            w.lock();
            try {
                Element e = table.remove(key);
                return e == null ? null : e.value;
            } finally {
                w.unlock();
            }
        }

        private void evictOne(Object justAdded) {
            Object victim = null;
            long least = Long.MAX_VALUE;
            for (Map.Entry<Object, Element> en : table.entrySet()) {
                if (en.getValue().hitCount < least && !en.getKey().equals(justAdded)) {
                    least = en.getValue().hitCount;
                    victim = en.getKey();
                }
            }
            if (victim != null) {
                table.remove(victim);
                evicted++;
            }
        }

        long evictions() {
            readLock().lock();
            try {
                return evicted;
            } finally {
                readLock().unlock();
            }
        }
    }
}
