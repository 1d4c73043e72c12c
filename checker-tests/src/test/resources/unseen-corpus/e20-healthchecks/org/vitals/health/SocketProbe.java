package org.vitals.health;

import java.util.ArrayDeque;
import java.util.Deque;

class SocketProbe {
  private final Deque<Boolean> window = new ArrayDeque<>();
  private int bad;

  boolean healthy() {
    boolean ok = System.nanoTime() % 7 != 0;
    window.addLast(ok);
    if (!ok) {
      bad++;
    }
    if (window.size() > 10 && !window.removeFirst()) {
      bad--;
    }
    return bad < 5;
  }
}
