package org.slabs.lockfree;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Lock-free free list of buffers for many threads. */
public final class FreeList {
  private static final class Node {
    final ByteBuffer buffer;
    Node next;
    int depth;

    Node(ByteBuffer buffer) {
      this.buffer = buffer;
    }
  }

  private final AtomicReference<Node> head = new AtomicReference<>();
  private final AtomicInteger allocated = new AtomicInteger();
  private final int bufferSize;
  private final int limit;

  public FreeList(int bufferSize, int limit) {
    this.bufferSize = bufferSize;
    this.limit = limit;
  }

  public ByteBuffer acquire() {
    Node top;
    do {
      top = head.get();
      if (top == null) {
        return allocate();
      }
    } while (!head.compareAndSet(top, top.next));
    top.buffer.clear();
    return top.buffer;
  }

  private ByteBuffer allocate() {
    int n = allocated.get();
    while (n < limit) {
      if (allocated.compareAndSet(n, n + 1)) {
        return ByteBuffer.allocateDirect(bufferSize);
      }
      n = allocated.get();
    }
    return null;
  }

  public void release(ByteBuffer buffer) {
    Node node = new Node(buffer);
    Node top = head.get();
    node.next = top;
    node.depth = top == null ? 1 : top.depth + 1;
    while (!head.compareAndSet(top, node)) {
      top = head.get();
      node.next = top;
      node.depth = top == null ? 1 : top.depth + 1;
    }
  }

  public int depth() {
    Node top = head.get();
    return top == null ? 0 : top.depth;
  }
}

/** Indices instead of nodes, with a stamp against reuse. */
final class SlotStack {
  private static final int NIL = -1;

  private final int[] next;
  private final AtomicStampedReference<Integer> head;

  SlotStack(int slots) {
    next = new int[slots];
    Integer top = NIL;
    for (int i = slots - 1; i >= 0; i--) {
      next[i] = top;
      top = i;
    }
    head = new AtomicStampedReference<>(top, 0);
  }

  int pop() {
    int[] stamp = new int[1];
    for (;;) {
      Integer top = head.get(stamp);
      if (top == NIL) {
        return NIL;
      }
      if (head.compareAndSet(top, next[top], stamp[0], stamp[0] + 1)) {
        return top;
      }
    }
  }

  /** The caller owns the slot until the push succeeds. */
  void push(int slot) {
    Integer boxed = slot;
    int[] stamp = new int[1];
    Integer top;
    do {
      top = head.get(stamp);
      next[slot] = top;
    } while (!head.compareAndSet(top, boxed, stamp[0], stamp[0] + 1));
  }
}
