package kv.behind;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Absorbs writes in a dirty map that a daemon swaps out and stores. */
public final class WriteBehind {
    private final Object lock = new Object();
    private final BiConsumer<String, String> store;
    private final AtomicLong stored = new AtomicLong();
    private Map<String, String> dirty = new HashMap<>();
    private Map<String, String> flushing = Map.of();
    private int overwritten;
    private int rounds;

    public WriteBehind(BiConsumer<String, String> store) {
        this.store = store;
        Thread t = new Thread(this::loop, "write-behind");
        t.setDaemon(true);
        t.start();
    }

    public void put(String key, String value) {
        synchronized (lock) {
            if (dirty.put(key, value) != null) {
                overwritten++;
            }
            if (dirty.size() > 1000) {
                lock.notify();
            }
        }
    }

    public String get(String key) {
        synchronized (lock) {
            String v = dirty.get(key);
            return v != null ? v : flushing.get(key);
        }
    }

    private void loop() {
        try {
            while (true) {
                Map<String, String> batch;
                synchronized (lock) {
                    if (dirty.size() <= 1000) {
                        lock.wait(500);
                    }
                    batch = dirty;
                    flushing = batch;
                    dirty = new HashMap<>();
                }
                rounds++;
                for (Map.Entry<String, String> e : batch.entrySet()) {
                    store.accept(e.getKey(), e.getValue());
                    stored.incrementAndGet();
                }
                synchronized (lock) {
                    flushing = Map.of();
                }
                if (rounds % 100 == 0) {
                    System.out.println(rounds + " rounds");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int overwritten() {
        synchronized (lock) {
            return overwritten;
        }
    }

    public long stored() {
        return stored.get();
    }
}
