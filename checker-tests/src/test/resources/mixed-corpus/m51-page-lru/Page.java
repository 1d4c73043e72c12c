package pages;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A page in memory. */
final class Page {

    final long number;
    final ReentrantReadWriteLock latch = new ReentrantReadWriteLock();

    /** Guarded by the list. */
    Page prev;
    Page next;
    int pins;

    /** Guarded by the latch. */
    private byte[] content;
    private boolean dirty;
    private long lsn;

    Page(long number) {
        this.number = number;
    }

    void write(byte[] data, long newLsn) {
        latch.writeLock().lock();
        try {
            content = data.clone();
            dirty = true;
            lsn = Math.max(lsn, newLsn);
        } finally {
            latch.writeLock().unlock();
        }
    }

    byte[] read() {
        latch.readLock().lock();
        try {
            return content == null ? null : content.clone();
        } finally {
            latch.readLock().unlock();
        }
    }

    /** Returns the content if it has to be written out, and takes it for clean. */
    byte[] clean() {
        latch.writeLock().lock();
        try {
            if (!dirty) {
                return null;
            }
            dirty = false;
            return content;
        } finally {
            latch.writeLock().unlock();
        }
    }
}
