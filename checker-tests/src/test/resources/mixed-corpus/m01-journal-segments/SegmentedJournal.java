package journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Append-only journal split into segments of a fixed maximum size.
 * Producers append from any number of threads; a cleaner thread drops
 * segments below the checkpointed index.
 */
public class SegmentedJournal implements Closeable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final int maxSegmentBytes;

    private long nextIndex = 1;
    private long totalBytes;
    private long flushedIndex;
    private boolean closed;

    public SegmentedJournal(int maxSegmentBytes) {
        this.maxSegmentBytes = maxSegmentBytes;
        segments.add(new Segment(nextIndex));
    }

    /** Appends the entry and returns its index. */
    public long append(ByteBuffer entry) throws IOException {
        int length = entry.remaining();
        lock.lock();
        try {
            ensureOpen();
            Segment tail = segments.getLast();
            if (tail.size() + length > maxSegmentBytes) {
                tail = roll();
            }
            tail.write(entry);
            account(length);
            return nextIndex++;
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held. */
    private Segment roll() {
        Segment fresh = new Segment(nextIndex);
        segments.addLast(fresh);
        return fresh;
    }

    private void account(int length) {
        totalBytes += length;
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("journal is closed");
        }
    }

    /** Marks everything up to {@code index} as durable and wakes up waiting producers. */
    public void onFlushed(long index) {
        lock.lock();
        try {
            if (index > flushedIndex) {
                flushedIndex = index;
                flushed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    public void awaitFlushed(long index) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (flushedIndex < index && !closed) {
                flushed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drops all segments that lie completely below the index. Runs on the cleaner thread.
     *
     * @return number of dropped bytes
     */
    public long truncateBefore(long index) {
        long dropped = 0;
        lock.lock();
        try {
            Iterator<Segment> it = segments.iterator();
            while (it.hasNext() && segments.size() > 1) {
                Segment segment = it.next();
                if (segment.lastIndex() >= index) {
                    break;
                }
                dropped += segment.size();
                it.remove();
            }
        } finally {
            lock.unlock();
        }
        totalBytes -= dropped; // RACE wrong-lock #1
        return dropped;
    }

    public long totalBytes() {
        lock.lock();
        try {
            return totalBytes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            flushed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
