package com.corundum.mem;

import java.util.concurrent.atomic.AtomicReference;

/** Lock-free list of reusable buffers. */
public final class FreeList {
    private static final class Node {
        final byte[] buffer;
        final Node next;
        final int depth;

        Node(byte[] buffer, Node next) {
            this.buffer = buffer;
            this.next = next;
            this.depth = next == null ? 1 : next.depth + 1;
        }
    }

    private final AtomicReference<Node> head = new AtomicReference<>();
    private final int bufferSize;
    private final int maxDepth;

    public FreeList(int bufferSize, int maxDepth) {
        this.bufferSize = bufferSize;
        this.maxDepth = maxDepth;
    }

    public byte[] take() {
        Node n = head.get();
        if (n == null) {
            return new byte[bufferSize];
        }
        head.set(n.next); // RACE atomic-get-then-set #1
        return n.buffer;
    }

    public void give(byte[] buffer) {
        for (;;) {
            Node h = head.get();
            if (h != null && h.depth >= maxDepth) {
                return;
            }
            if (head.compareAndSet(h, new Node(buffer, h))) {
                return;
            }
        }
    }

    /** Drops all buffers. */
    public int clear() {
        Node h = head.getAndSet(null);
        return h == null ? 0 : h.depth;
    }
}
