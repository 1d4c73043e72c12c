package util.guard;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Two ways to hold a lock: a closure and a resource. */
public class Guarded {
    private final Lock lock = new ReentrantLock();

    protected final void locked(Runnable body) {
        lock.lock();
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    protected final <T> T lockedGet(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    protected final Held hold() {
        lock.lock();
        return lock::unlock;
    }

    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
