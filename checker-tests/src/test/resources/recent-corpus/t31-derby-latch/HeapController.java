package org.example.derby.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Inserts rows for the connections. */
public class HeapController {

    private final CachedPage page = new CachedPage();
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor();

    public HeapController() {
        cleaner.scheduleWithFixedDelay(page::clean, 1, 1, TimeUnit.SECONDS);
    }

    public void insertAsync(byte[] row) {
        connections.execute(() -> {
            Object xact = new Object();
            page.setExclusive(xact);
            try {
                int slot = page.insert(row);
                if (slot > 100) {
                    reuse(xact, slot - 100, row.length);
                }
            } finally {
                page.releaseExclusive();
            }
        });
    }

    private void reuse(Object xact, int slot, int length) {
        page.setExclusive(xact);
        try {
            page.purge(slot, length);
        } finally {
            page.releaseExclusive();
        }
    }
}
