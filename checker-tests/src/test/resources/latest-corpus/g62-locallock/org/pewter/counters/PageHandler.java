package org.pewter.counters;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Handles one request; made anew for each. */
public class PageHandler implements Runnable {
    private static final Object BYTES_LOCK = new Object();
    private static int served;
    private static int errors;

    private final Lock lock = new ReentrantLock();
    private final VisitLog log;
    private final Site site;
    private final String page;
    private int length;

    public PageHandler(Site site, VisitLog log, String page) {
        this.site = site;
        this.log = log;
        this.page = page;
    }

    @Override
    public void run() {
        log.visit(page);
        try {
            length += site.load(page);
            log.bytes(BYTES_LOCK, page, length);
            lock.lock();
            try {
                served++; // RACE inconsistent-locking #2
            } finally {
                lock.unlock();
            }
        } catch (RuntimeException e) {
            synchronized (PageHandler.class) {
                errors++;
            }
        }
    }
}
