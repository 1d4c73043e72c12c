package com.gossamer.crawl;

import java.util.concurrent.atomic.AtomicInteger;

class CrawlStats {
    private final AtomicInteger pages = new AtomicInteger();
    private volatile int failures;
    private int largest;

    void page(int size) {
        pages.incrementAndGet();
        synchronized (this) {
            if (size > largest) {
                largest = size;
            }
        }
    }

    void failed() {
        failures += 1; // RACE read-modify-write #2
    }

    synchronized String summary() {
        return pages.get() + " pages, " + failures + " failures, largest " + largest;
    }
}
