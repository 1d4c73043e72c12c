package io.plover.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Overwriting ring for many producers: each claims its own cell. */
public final class ClaimRing {
    private final AtomicReferenceArray<String> cells;
    private final AtomicInteger cursor = new AtomicInteger();
    private volatile int wraps;

    public ClaimRing(int size) {
        cells = new AtomicReferenceArray<>(size);
    }

    public void put(String s) {
        int at = cursor.getAndIncrement();
        int i = at % cells.length();
        cells.set(i, s);
        if (i == 0 && at > 0) {
            wraps++; // MAYBE
        }
    }

    /** Replaces the text in a cell if it is shorter than the new one. */
    public void enlarge(int i, String s) {
        String old = cells.get(i);
        if (old == null || old.length() < s.length()) {
            cells.set(i, s); // RACE atomic-get-then-set #1
        }
    }

    public List<String> dump() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < cells.length(); i++) {
            String s = cells.getAndSet(i, null);
            if (s != null) {
                out.add(s);
            }
        }
        return out;
    }

    public int wraps() {
        return wraps;
    }
}
