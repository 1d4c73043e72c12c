package dev.thread.trace;

import java.util.ArrayDeque;
import java.util.Deque;

final class SpanStack {
    private final Deque<Span> open = new ArrayDeque<>();
    private int deepest;

    void push(Span s) {
        open.push(s);
        if (open.size() > deepest) {
            deepest = open.size();
        }
    }

    Span pop() {
        return open.pop();
    }
}
