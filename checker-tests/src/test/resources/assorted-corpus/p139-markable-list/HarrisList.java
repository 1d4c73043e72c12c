package org.jtools.lockfree;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Lock-free sorted list with marked next pointers, and a stamped head of a free list. */
public class HarrisList {
  private static final class Node {
    final int key;
    final AtomicMarkableReference<Node> next;

    Node(int key, Node next) {
      this.key = key;
      this.next = new AtomicMarkableReference<>(next, false);
    }
  }

  private static final class Cell {
    final int index;
    Cell next;

    Cell(int index) {
      this.index = index;
    }
  }

  private final Node head = new Node(Integer.MIN_VALUE, new Node(Integer.MAX_VALUE, null));
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicStampedReference<Cell> free = new AtomicStampedReference<>(null, 0);

  private Node[] find(int key) {
    retry:
    while (true) {
      Node pred = head;
      Node curr = pred.next.getReference();
      boolean[] marked = {false};
      while (true) {
        Node succ = curr.next.get(marked);
        while (marked[0]) {
          if (!pred.next.compareAndSet(curr, succ, false, false)) {
            continue retry;
          }
          curr = succ;
          succ = curr.next.get(marked);
        }
        if (curr.key >= key) {
          return new Node[] {pred, curr};
        }
        pred = curr;
        curr = succ;
      }
    }
  }

  public boolean add(int key) {
    while (true) {
      Node[] w = find(key);
      if (w[1].key == key) {
        return false;
      }
      Node n = new Node(key, w[1]);
      if (w[0].next.compareAndSet(w[1], n, false, false)) {
        size.incrementAndGet();
        return true;
      }
    }
  }

  public boolean remove(int key) {
    while (true) {
      Node[] w = find(key);
      if (w[1].key != key) {
        return false;
      }
      Node succ = w[1].next.getReference();
      if (!w[1].next.compareAndSet(succ, succ, false, true)) {
        continue;
      }
      w[0].next.compareAndSet(w[1], succ, false, false);
      size.decrementAndGet();
      return true;
    }
  }

  public void giveBack(int index) {
    Cell c = new Cell(index);
    int[] stamp = new int[1];
    do {
      c.next = free.get(stamp);
    } while (!free.compareAndSet(c.next, c, stamp[0], stamp[0] + 1));
  }

  public int take() {
    int[] stamp = new int[1];
    while (true) {
      Cell c = free.get(stamp);
      if (c == null) {
        return -1;
      }
      if (free.compareAndSet(c, c.next, stamp[0], stamp[0] + 1)) {
        return c.index;
      }
    }
  }

  public int size() {
    return size.get();
  }
}
