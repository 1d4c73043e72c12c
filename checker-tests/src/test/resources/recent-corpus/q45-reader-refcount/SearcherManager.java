package org.glyphsearch.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Hands out counted references to the newest {@link SegmentReader}; safe for use by many threads. */
public final class SearcherManager implements Closeable {

    /** A view of the index at one point of time. */
    public static final class SegmentReader {
        private final AtomicInteger refCount = new AtomicInteger(1);
        private final long version;
        private volatile boolean closed;
        private int closings;

        SegmentReader(long version) {
            this.version = version;
        }

        boolean tryIncRef() {
            int count;
            while ((count = refCount.get()) > 0) {
                if (refCount.compareAndSet(count, count + 1)) {
                    return true;
                }
            }
            return false;
        }

        void decRef() throws IOException {
            final int rc = refCount.decrementAndGet();
            if (rc == 0) {
                closings++;
                doClose();
            } else if (rc < 0) {
                throw new IllegalStateException("too many decRef calls: refCount is " + rc);
            }
        }

        private void doClose() {
            closed = true;
            if (closings != 1) {
                throw new IllegalStateException("closed " + closings + " times");
            }
        }

        public long version() {
            if (closed) {
                throw new IllegalStateException("reader is closed");
            }
            return version;
        }
    }

    private volatile SegmentReader current = new SegmentReader(1);
    private final Lock refreshLock = new ReentrantLock();
    private final List<Runnable> listeners = new ArrayList<>();
    private int refreshes;

    public SegmentReader acquire() throws IOException {
        SegmentReader ref;
        do {
            if ((ref = current) == null) {
                throw new IllegalStateException("manager is closed");
            }
            if (ref.tryIncRef()) {
                return ref;
            }
        } while (true);
    }

    public void release(SegmentReader r) throws IOException {
        r.decRef();
    }

    public boolean maybeRefresh() throws IOException {
        final boolean doTryRefresh = refreshLock.tryLock();
        if (doTryRefresh) {
            try {
                doMaybeRefresh();
            } finally {
                refreshLock.unlock();
            }
        }
        return doTryRefresh;
    }

    public void maybeRefreshBlocking() throws IOException {
        refreshLock.lock();
        try {
            doMaybeRefresh();
        } finally {
            refreshLock.unlock();
        }
    }

    private void doMaybeRefresh() throws IOException {
        SegmentReader old = acquire();
        try {
            SegmentReader fresh = new SegmentReader(old.version() + 1);
            refreshes++;
            swap(fresh);
        } finally {
            release(old);
        }
        for (Runnable r : listeners) {
            r.run();
        }
    }

    private synchronized void swap(SegmentReader fresh) throws IOException {
        SegmentReader old = current;
        if (old == null) {
            fresh.decRef();
            throw new IllegalStateException("manager is closed");
        }
        current = fresh;
        old.decRef();
    }

    public void addListener(Runnable r) {
        refreshLock.lock();
        try {
            listeners.add(r);
        } finally {
            refreshLock.unlock();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        SegmentReader old = current;
        if (old != null) {
            current = null;
            old.decRef();
        }
    }
}
