package reader;

import java.util.concurrent.atomic.AtomicInteger;

/** Base class of resources shared by several searches. Starts with one reference. */
abstract class RefCounted {

    private final AtomicInteger refs = new AtomicInteger(1);

    /** Takes a reference unless the resource has been closed. */
    final boolean tryRetain() {
        int n;
        while ((n = refs.get()) > 0) {
            if (refs.compareAndSet(n, n + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a reference; fails on a closed resource. */
    final void retain() {
        if (refs.get() <= 0) { // RACE check-then-act #1
            throw new IllegalStateException("closed");
        }
        refs.incrementAndGet(); // RACE check-then-act #1
    }

    final void release() {
        int left = refs.decrementAndGet();
        if (left == 0) {
            free();
        } else if (left < 0) {
            throw new IllegalStateException("released too often");
        }
    }

    final int refs() {
        return refs.get();
    }

    /** Called exactly once, when the last reference is gone. */
    protected abstract void free();
}
