package partition;

import java.util.concurrent.atomic.AtomicInteger;

/** Figures over all partitions of a map. */
class StoreStats {

    private final AtomicInteger entries = new AtomicInteger();
    private long bytes;
    private int errors;

    void entryAdded() {
        entries.incrementAndGet();
    }

    void entryRemoved() {
        entries.decrementAndGet();
    }

    void bytes(int delta) {
        bytes += delta; // RACE rmw #1
    }

    synchronized void error(Throwable t) {
        errors++;
    }

    int entries() {
        return entries.get();
    }

    long bytes() {
        return bytes;
    }

    synchronized int errors() {
        return errors;
    }
}
