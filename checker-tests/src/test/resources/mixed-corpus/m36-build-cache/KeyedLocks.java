package buildcache;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** A lock per key; locks nobody uses any more are dropped. */
final class KeyedLocks<K> {

    private final ConcurrentHashMap<K, Counted> locks = new ConcurrentHashMap<>();

    <T> T withLock(K key, Callable<T> action) throws Exception {
        Counted lock = locks.compute(key, (k, old) -> {
            Counted c = old == null ? new Counted() : old;
            c.users++;
            return c;
        });
        lock.lock();
        try {
            return action.call();
        } finally {
            lock.unlock();
            locks.compute(key, (k, c) -> --c.users == 0 ? null : c);
        }
    }

    int size() {
        return locks.size();
    }

    private static final class Counted extends ReentrantLock {
        /** Only changed inside of compute on the key. */
        private int users;
    }
}
