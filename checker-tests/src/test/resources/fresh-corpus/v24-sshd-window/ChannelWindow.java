package org.example.sshd.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Logger;

/**
 * Flow control window of one direction of a channel. Readers and writers of the channel streams are application
 * threads, adjustments come in on the I/O threads.
 */
public class ChannelWindow {
    private static final Logger LOG = Logger.getLogger(ChannelWindow.class.getName());

    private final Object lock;
    private long size;
    private final long maxSize;
    private boolean closed;
    private int adjustments;

    public ChannelWindow(Object lock, long maxSize) {
        this.lock = lock;
        this.maxSize = maxSize;
        this.size = maxSize;
    }

    public void expand(int n) {
        synchronized (lock) {
            long expanded = size + n;
            if (expanded < 0 || expanded > 0xFFFFFFFFL) {
                updateSize(0xFFFFFFFFL);
            } else {
                updateSize(expanded);
            }
            adjustments++;
        }
    }

    public void consume(long n) {
        synchronized (lock) {
            if (size < n) {
                throw new IllegalStateException("window exhausted: " + size);
            }
            updateSize(size - n);
        }
    }

    /** Gives the peer more room when less than half is left. */
    public int check() {
        synchronized (lock) {
            if (closed || size > maxSize / 2) {
                return 0;
            }
            int delta = (int) (maxSize - size);
            updateSize(maxSize);
            return delta;
        }
    }

    public long waitForSpace(long timeout) throws IOException {
        long end = System.currentTimeMillis() + timeout;
        synchronized (lock) {
            while (size == 0 && !closed) {
                long left = end - System.currentTimeMillis();
                if (left <= 0) {
                    throw new IOException("timeout");
                }
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            return size;
        }
    }

    private void updateSize(long n) {
        this.size = n;
        lock.notifyAll();
    }

    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        LOG.fine(() -> adjustments + " adjustments");
    }
}
