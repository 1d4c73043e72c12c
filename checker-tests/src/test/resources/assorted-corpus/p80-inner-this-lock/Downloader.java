package com.grabit.dl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Parallel download in segments. */
public class Downloader {
    private final ExecutorService pool = Executors.newFixedThreadPool(6);
    private long received;
    private int finished;
    private int retries;
    private int chunks;
    private final List<String> errors = new ArrayList<String>();
    private final Object progressLock = new Object();

    class Segment implements Runnable {
        private final long from;
        private final long to;
        private long position;
        private int tries;

        Segment(long from, long to) {
            this.from = from;
            this.to = to;
            this.position = from;
        }

        @Override
        public void run() {
            while (position < to) {
                int n = fetch(position, to);
                if (n < 0) {
                    tries++;
                    synchronized (this) {
                        retries++; // RACE wrong-lock
                    }
                    if (tries > 3) {
                        synchronized (errors) {
                            errors.add("segment " + from);
                        }
                        return;
                    }
                    continue;
                }
                position += n;
                synchronized (progressLock) {
                    received += n;
                    chunks++;
                }
            }
            synchronized (Downloader.this) {
                finished++;
                Downloader.this.notifyAll();
            }
        }
    }

    protected int fetch(long from, long to) {
        return (int) Math.min(8192, to - from);
    }

    public void download(long length) throws InterruptedException {
        long step = length / 6 + 1;
        int n = 0;
        for (long at = 0; at < length; at += step) {
            pool.execute(new Segment(at, Math.min(length, at + step)));
            n++;
        }
        pool.execute(new Runnable() {
            private int beats;

            @Override
            public void run() {
                beats++;
                synchronized (this) {
                    chunks--; // RACE wrong-lock
                }
            }
        });
        synchronized (this) {
            while (finished < n) {
                wait();
            }
        }
    }

    public synchronized int getFinished() {
        return finished;
    }

    public long getReceived() {
        synchronized (progressLock) {
            return received;
        }
    }
}
