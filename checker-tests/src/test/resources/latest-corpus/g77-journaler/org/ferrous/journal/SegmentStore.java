package org.ferrous.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the batches in segments of a limited length. */
public class SegmentStore implements Consumer<List<String>> {
    private final Deque<StringBuilder> segments = new ArrayDeque<>();
    private final int limit;
    private int length;
    private volatile int sealed;

    public SegmentStore(int limit) {
        this.limit = limit;
        segments.addLast(new StringBuilder());
    }

    @Override
    public synchronized void accept(List<String> batch) {
        for (String r : batch) {
            if (length + r.length() > limit) {
                seal();
            }
            segments.getLast().append(r).append('\n');
            length += r.length() + 1;
        }
    }

    private void seal() {
        segments.addLast(new StringBuilder());
        length = 0;
        sealed++;
    }

    public int sealed() {
        return sealed;
    }
}
