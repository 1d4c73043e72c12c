package com.wickerman.stats;

import java.util.List;

/** A tally for the few kinds that are known beforehand. */
public class ArrayTally implements Tally {
    private final List<String> kinds;
    private final long[] counts;

    public ArrayTally(String... kinds) {
        this.kinds = List.of(kinds);
        this.counts = new long[kinds.length];
    }

    @Override
    public void hit(String kind) {
        int i = kinds.indexOf(kind);
        if (i >= 0) {
            counts[i]++; // RACE read-modify-write #1
        }
    }

    @Override
    public long of(String kind) {
        int i = kinds.indexOf(kind);
        return i < 0 ? 0 : counts[i];
    }
}
