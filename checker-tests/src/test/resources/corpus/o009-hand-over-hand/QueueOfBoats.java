package com.canalgate.locks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Boats waiting at the gate, ordered by length: a list in which every node has its own lock. */
class QueueOfBoats {
  private static final class Node {
    final int metres;
    final ReentrantLock lock = new ReentrantLock();
    Node next;

    Node(int metres, Node next) {
      this.metres = metres;
      this.next = next;
    }
  }

  private final Node head = new Node(Integer.MIN_VALUE, null);
  private int length;
  private int passed;

  /** Holds the predecessor while the successor is locked. */
  void join(int metres) {
    Node before = head;
    before.lock.lock();
    try {
      Node next = before.next;
      while (next != null && next.metres < metres) {
        next.lock.lock();
        before.lock.unlock();
        before = next;
        next = before.next;
      }
      before.next = new Node(metres, next);
    } finally {
      before.lock.unlock();
    }
    grow(1);
  }

  private synchronized void grow(int by) {
    length += by;
  }

  /** The gate always takes the head, so the lock of the head does. */
  int pass() {
    head.lock.lock();
    try {
      Node first = head.next;
      if (first == null) {
        return 0;
      }
      first.lock.lock();
      try {
        head.next = first.next;
        passed++;
      } finally {
        first.lock.unlock();
      }
      grow(-1);
      return first.metres;
    } finally {
      head.lock.unlock();
    }
  }

  /** Looks for the place without locks, then locks the node it found. */
  void joinFast(int metres) {
    Node before = head;
    while (before.next != null && before.next.metres < metres) {
      before = before.next;
    }
    Node next = before.next; // RACE wrong-lock #1
    before.lock.lock();
    try {
      before.next = new Node(metres, next); // RACE wrong-lock #1
      length++; // RACE wrong-lock
    } finally {
      before.lock.unlock();
    }
  }

  synchronized int length() {
    return length;
  }

  int passed() {
    head.lock.lock();
    try {
      return passed;
    } finally {
      head.lock.unlock();
    }
  }

  void morning(ExecutorService skippers, int boats) {
    for (int i = 0; i < boats; i++) {
      int metres = 8 + i % 20;
      skippers.execute(() -> join(metres));
      skippers.execute(() -> joinFast(metres));
      skippers.execute(this::pass);
    }
  }
}
