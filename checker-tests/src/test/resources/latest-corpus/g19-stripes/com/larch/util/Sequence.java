package com.larch.util;

import java.util.concurrent.atomic.AtomicLong;

/** Ids in blocks: a shared high part, and a low part per thread. */
public final class Sequence {
    private static final int BLOCK = 1000;

    private final AtomicLong nextBlock = new AtomicLong();
    private final ThreadLocal<Range> range = ThreadLocal.withInitial(Range::new);

    private static final class Range {
        long next;
        long end;
    }

    public long next() {
        Range r = range.get();
        if (r.next == r.end) {
            r.next = nextBlock.getAndAdd(BLOCK);
            r.end = r.next + BLOCK;
        }
        return r.next++;
    }
}
