package com.cairn.wal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the newest segments; every method runs below the monitor of the rotator. */
public class LogRotator {
  private final Deque<Integer> segments = new ArrayDeque<>();
  private final int keep;
  private int next;
  private long dropped;

  public LogRotator(int keep) {
    this.keep = keep;
    roll();
    next++;
  }

  private void roll() {
    segments.addLast(next++);
    while (segments.size() > keep) {
      segments.removeFirst();
      dropped++;
    }
  }

  public synchronized int rotate() {
    roll();
    return segments.peekLast();
  }

  public boolean rotateIfOlder(int than) {
    synchronized (this) {
      if (segments.peekLast() < than) {
        roll();
        return true;
      }
    }
    return false;
  }

  public synchronized long dropped() {
    return dropped;
  }
}
