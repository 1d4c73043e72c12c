package org.osprey.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets at most three downloads run at once and counts them. */
public class DownloadGate {
    private final Semaphore slots = new Semaphore(3);
    private final Semaphore book = new Semaphore(1);
    private final Mutex logMutex = new Mutex();
    private final Map<String, Integer> perHost = new HashMap<>();
    private final StringBuilder log = new StringBuilder();
    private int running;
    private long total;
    private int timeouts;

    public byte[] fetch(String host, String path, Callable<byte[]> transfer) throws Exception {
        slots.acquire();
        try {
            running++; // RACE read-modify-write #1
            byte[] data = transfer.call();
            count(host, data.length);
            note(host + path);
            return data;
        } finally {
            running--; // RACE read-modify-write #1
            slots.release();
        }
    }

    private void count(String host, int bytes) throws InterruptedException {
        book.acquire();
        try {
            Integer n = perHost.get(host);
            perHost.put(host, n == null ? 1 : n + 1);
            total += bytes;
        } finally {
            book.release();
        }
    }

    private void note(String what) {
        logMutex.enter();
        try {
            log.append(what).append('\n');
            if (log.length() > 100_000) {
                log.delete(0, 50_000);
            }
        } finally {
            logMutex.leave();
        }
    }

    /** Tries for a while to reset the books. */
    public boolean resetBooks() throws InterruptedException {
        if (!book.tryAcquire(1, TimeUnit.SECONDS)) {
            timeouts++; // RACE read-modify-write #2
            return false;
        }
        try {
            perHost.clear();
            total = 0;
            return true;
        } finally {
            book.release();
        }
    }

    public int running() {
        return running;
    }
}
