package org.jtools.adder;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** A home-grown striped adder as found in libraries that had to run on old JDKs. */
public class CellAdder {
    static final class Cell {
        private static final AtomicLongFieldUpdater<Cell> UPDATER =
            AtomicLongFieldUpdater.newUpdater(Cell.class, "value");
        volatile long p0, p1, p2, p3;
        volatile long value;

        Cell(long x) {
            value = x;
        }

        boolean cas(long cmp, long val) {
            return UPDATER.compareAndSet(this, cmp, val);
        }
    }

    private static final AtomicLongFieldUpdater<CellAdder> BASE =
        AtomicLongFieldUpdater.newUpdater(CellAdder.class, "base");
    private static final AtomicIntegerFieldUpdater<CellAdder> BUSY =
        AtomicIntegerFieldUpdater.newUpdater(CellAdder.class, "busy");

    private volatile Cell[] cells;
    private volatile long base;
    private volatile int busy;
    private volatile int collisions;
    private final AtomicLong resets = new AtomicLong();

    private boolean casBase(long cmp, long val) {
        return BASE.compareAndSet(this, cmp, val);
    }

    public void add(long x) {
        Cell[] cs = cells;
        if (cs == null) {
            long b = base;
            if (casBase(b, b + x)) {
                return;
            }
        }
        retryUpdate(x);
    }

    private void retryUpdate(long x) {
        int h = ThreadLocalRandom.current().nextInt();
        for (;;) {
            Cell[] as = cells;
            if (as != null) {
                int i = h & (as.length - 1);
                Cell a = as[i];
                if (a == null) {
                    if (busy == 0) {
                        Cell r = new Cell(x);
                        if (busy == 0 && casBusy()) {
                            boolean created = false;
                            try {
                                Cell[] rs = cells;
                                int j = h & (rs.length - 1);
                                if (rs[j] == null) {
                                    rs[j] = r;
                                    created = true;
                                }
                            } finally {
                                busy = 0;
                            }
                            if (created) {
                                return;
                            }
                        }
                    }
                } else {
                    long v = a.value;
                    if (a.cas(v, v + x)) {
                        return;
                    }
                    collisions++; // RACE rmw
                }
                h ^= h << 13;
                h ^= h >>> 17;
                h ^= h << 5;
            } else if (busy == 0 && casBusy()) {
                try {
                    if (cells == null) {
                        Cell[] rs = new Cell[8];
                        rs[h & 7] = new Cell(x);
                        cells = rs;
                        return;
                    }
                } finally {
                    busy = 0;
                }
            } else {
                long b = base;
                if (casBase(b, b + x)) {
                    return;
                }
            }
        }
    }

    private boolean casBusy() {
        return BUSY.compareAndSet(this, 0, 1);
    }

    public void addToBase(long x) {
        base += x; // RACE rmw
    }

    public long sum() {
        Cell[] as = cells;
        long sum = base;
        if (as != null) {
            for (Cell a : as) {
                if (a != null) {
                    sum += a.value;
                }
            }
        }
        return sum;
    }

    public long sumThenReset() {
        resets.incrementAndGet();
        long s = BASE.getAndSet(this, 0L);
        Cell[] as = cells;
        if (as != null) {
            for (Cell a : as) {
                if (a != null) {
                    s += Cell.UPDATER.getAndSet(a, 0L);
                }
            }
        }
        return s;
    }
}
