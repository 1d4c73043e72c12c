package io.cinder.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Statistics gathered without contention: each thread writes its own, readers sum up. */
public final class ThreadStats {
    private static final class Cell {
        long calls;
        long nanos;
    }

    private final List<Cell> all = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Cell> mine = ThreadLocal.withInitial(() -> {
        Cell c = new Cell();
        all.add(c);
        return c;
    });

    public void record(long nanos) {
        Cell c = mine.get();
        c.calls++;
        c.nanos += nanos;
    }

    public long calls() {
        long n = 0;
        for (Cell c : all) {
            n += c.calls;
        }
        return n;
    }
}
