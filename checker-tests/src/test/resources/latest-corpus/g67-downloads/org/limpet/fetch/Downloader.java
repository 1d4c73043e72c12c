package org.limpet.fetch;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Downloads files in segments; progress listeners are inner classes of the downloader. */
public class Downloader {
    private final ExecutorService pool = Executors.newFixedThreadPool(5);
    private final SegmentSource source;
    private long received;
    private int active;
    private int finished;
    private long windowStart = System.nanoTime();
    private long windowBytes;
    private volatile boolean abort;

    public Downloader(SegmentSource source) {
        this.source = source;
    }

    public Future<Long> fetch(String url, long from, long to) {
        synchronized (this) {
            active++;
        }
        return pool.submit(new Segment(url, from, to));
    }

    private final class Segment implements Callable<Long> {
        private final String url;
        private final long to;
        private long position;
        private int rounds;

        Segment(String url, long from, long to) {
            this.url = url;
            this.position = from;
            this.to = to;
        }

        @Override
        public Long call() {
            byte[] buf = new byte[8192];
            try {
                while (position < to && !abort) {
                    int n = source.read(url, position, buf);
                    if (n < 0) {
                        break;
                    }
                    position += n;
                    rounds++;
                    received += n; // RACE read-modify-write #1
                    throttle(n);
                }
                return position;
            } finally {
                synchronized (Downloader.this) {
                    active--;
                    finished++;
                }
            }
        }

        private void throttle(int n) {
            synchronized (this) {
                windowBytes += n; // RACE inconsistent-locking #2
                if (windowBytes > 1_000_000) {
                    windowBytes = 0; // RACE inconsistent-locking #2
                    windowStart = System.nanoTime();
                }
            }
        }
    }

    public synchronized String progress() {
        return active + " active, " + finished + " finished, " + received + " bytes in window of " + windowStart;
    }

    public void abort() {
        abort = true;
    }
}
