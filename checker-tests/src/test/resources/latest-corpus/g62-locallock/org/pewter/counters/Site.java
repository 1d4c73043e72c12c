package org.pewter.counters;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Site {
    private final LockTable locks = new LockTable();
    private final ConcurrentMap<String, int[]> editions = new ConcurrentHashMap<>();
    private final VisitLog log = new VisitLog();
    private final ExecutorService pool = Executors.newFixedThreadPool(12);

    public void request(String page) {
        pool.execute(new PageHandler(this, log, page));
    }

    int load(String page) {
        if (page.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return page.hashCode() & 0xffff;
    }

    public void edit(String page) {
        locks.with(page, () -> {
            int[] e = editions.get(page);
            if (e == null) {
                e = new int[1];
                editions.put(page, e);
            }
            e[0]++;
        });
    }
}
