package eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Events of an aggregate. */
class AggregateStream {

    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final List<Object> events = new ArrayList<>();
    private int snapshotVersion;
    private Object snapshot;

    int version() {
        rw.readLock().lock();
        try {
            return events.size();
        } finally {
            rw.readLock().unlock();
        }
    }

    /** Appends when the stream has the expected version. */
    boolean appendExpecting(int expected, List<?> fresh) {
        rw.writeLock().lock();
        try {
            if (events.size() != expected) {
                return false;
            }
            events.addAll(fresh);
            return true;
        } finally {
            rw.writeLock().unlock();
        }
    }

    void append(List<?> fresh) {
        rw.writeLock().lock();
        try {
            events.addAll(fresh);
        } finally {
            rw.writeLock().unlock();
        }
    }

    List<Object> read(int from) {
        rw.readLock().lock();
        try {
            return List.copyOf(events.subList(Math.min(from, events.size()), events.size()));
        } finally {
            rw.readLock().unlock();
        }
    }

    void saveSnapshot(int version, Object state) {
        rw.writeLock().lock();
        try {
            if (version > snapshotVersion) {
                snapshotVersion = version;
                snapshot = state;
            }
        } finally {
            rw.writeLock().unlock();
        }
    }

    Object snapshot() {
        rw.readLock().lock();
        try {
            return snapshot;
        } finally {
            rw.readLock().unlock();
        }
    }
}
