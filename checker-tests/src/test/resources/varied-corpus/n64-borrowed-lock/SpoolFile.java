package spool.core;

import java.util.concurrent.locks.Lock;

/** Part of a {@link Spooler}; shares the spooler's lock. */
final class SpoolFile {
    private final Lock guard;
    private final String name;
    private long length;
    private int appends;

    SpoolFile(String name, Lock guard) {
        this.name = name;
        this.guard = guard;
    }

    void append(byte[] data) {
        guard.lock();
        try {
            length += data.length;
            appends++;
        } finally {
            guard.unlock();
        }
    }

    /** Lock held. */
    void truncateLocked(long to) {
        if (to < length) {
            length = to;
            appends++;
        }
    }

    long lengthLocked() {
        return length;
    }

    String name() {
        return name;
    }
}
