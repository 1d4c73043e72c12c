package stock;

import java.util.concurrent.locks.ReentrantLock;

/** Lock for use in try-with-resources. */
final class ScopedLock {

    private final ReentrantLock lock = new ReentrantLock();

    Scope enter() {
        lock.lock();
        return new Scope();
    }

    /** Only for assertions. */
    boolean held() {
        return lock.isHeldByCurrentThread();
    }

    final class Scope implements AutoCloseable {
        @Override
        public void close() {
            lock.unlock();
        }
    }
}
