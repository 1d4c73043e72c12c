package org.osprey.gate;

import java.util.concurrent.Semaphore;

/** A binary semaphore used as a lock that may be released by another thread. */
final class Mutex {
    private final Semaphore permit = new Semaphore(1);

    void enter() {
        permit.acquireUninterruptibly();
    }

    void leave() {
        permit.release();
    }
}
