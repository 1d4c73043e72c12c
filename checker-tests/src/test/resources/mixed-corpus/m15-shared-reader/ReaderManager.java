package reader;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/** Keeps the current reader and refreshes it. */
public class ReaderManager {

    private final ReentrantLock refreshLock = new ReentrantLock();
    private volatile IndexReader current;
    private long refreshes;
    private long skipped;

    public ReaderManager(ByteBuffer data) {
        current = new IndexReader(0, data);
    }

    /** The caller has to release the reader. */
    IndexReader acquire() {
        while (true) {
            IndexReader reader = current;
            if (reader.tryRetain()) {
                return reader;
            }
        }
    }

    /** Pins the current reader for a long running snapshot; undone by {@link RefCounted#release()}. */
    IndexReader pin() {
        IndexReader reader = current;
        reader.retain();
        return reader;
    }

    public int search(ToIntFunction<Object> query) {
        IndexReader reader = acquire();
        try {
            return query.applyAsInt(reader);
        } finally {
            reader.release();
        }
    }

    /** Swaps in a new generation; does nothing when a refresh is running. */
    public boolean maybeRefresh(ByteBuffer data) {
        if (!refreshLock.tryLock()) {
            return false;
        }
        try {
            swap(data);
            return true;
        } finally {
            refreshLock.unlock();
        }
    }

    public void refreshBlocking(ByteBuffer data) {
        refreshLock.lock();
        try {
            swap(data);
        } finally {
            refreshLock.unlock();
        }
    }

    private void swap(ByteBuffer data) {
        IndexReader old = current;
        if (old.generation() < 0) {
            skipped++;
            return;
        }
        current = new IndexReader(old.generation() + 1, data);
        refreshes++;
        old.release();
    }

    public long refreshes() {
        refreshLock.lock();
        try {
            return refreshes + skipped;
        } finally {
            refreshLock.unlock();
        }
    }
}
