package org.example.lucene.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Hands indexing threads to per-thread writers. */
public final class DocumentsWriter {

    /** One slot of the pool. */
    static final class ThreadState extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        PerThreadWriter writer;
        long bytesUsed;
        boolean flushPending;
        int obtained;

        ThreadState(PerThreadWriter writer) {
            this.writer = writer;
        }

        boolean isInitialized() {
            return writer != null;
        }
    }

    private final List<ThreadState> states = new ArrayList<>();
    private final List<ThreadState> free = new ArrayList<>();
    private final AtomicLong nextSegment = new AtomicLong();
    private final long flushAt;
    private long activeBytes;

    public DocumentsWriter(long flushAt) {
        this.flushAt = flushAt;
    }

    public void addDocument(List<String> fields) {
        ThreadState perThread = obtain();
        PerThreadWriter flushing = null;
        try {
            if (!perThread.isInitialized()) {
                perThread.writer = new PerThreadWriter("_" + Long.toString(nextSegment.getAndIncrement(), 36));
            }
            int before = perThread.writer.bytes();
            perThread.writer.updateDocument(fields);
            flushing = doAfterDocument(perThread, perThread.writer.bytes() - before);
        } finally {
            release(perThread);
        }
        if (flushing != null) {
            flushing.flush();
        }
    }

    private ThreadState obtain() {
        ThreadState state;
        synchronized (this) {
            if (free.isEmpty()) {
                state = new ThreadState(null);
                states.add(state);
            } else {
                state = free.remove(free.size() - 1);
            }
        }
        state.lock();
        state.obtained++;
        return state;
    }

    private void release(ThreadState state) {
        state.unlock();
        synchronized (this) {
            free.add(state);
        }
    }

    private PerThreadWriter doAfterDocument(ThreadState state, long delta) {
        state.bytesUsed += delta;
        synchronized (this) {
            activeBytes += delta;
        }
        if (state.bytesUsed > flushAt && !state.flushPending) {
            state.flushPending = true;
        }
        if (!state.flushPending) {
            return null;
        }
        PerThreadWriter w = state.writer;
        synchronized (this) {
            activeBytes -= state.bytesUsed;
        }
        state.writer = null;
        state.bytesUsed = 0;
        state.flushPending = false;
        return w;
    }

    /** Discards everything buffered. */
    public void abort() {
        List<ThreadState> snapshot;
        synchronized (this) {
            snapshot = new ArrayList<>(states);
        }
        for (ThreadState s : snapshot) {
            s.lock();
            try {
                synchronized (this) {
                    activeBytes -= s.bytesUsed;
                }
                s.writer = null;
                s.bytesUsed = 0;
            } finally {
                s.unlock();
            }
        }
    }
}
