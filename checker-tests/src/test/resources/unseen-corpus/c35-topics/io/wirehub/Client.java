package io.wirehub;

import java.util.ArrayDeque;
import java.util.Deque;

class Client {
  private final int id;
  private final Deque<String> outgoing = new ArrayDeque<>();
  private int overflow;
  private int queued;

  Client(int id) {
    this.id = id;
  }

  void enqueue(String message) {
    queued++; // RACE rmw
    synchronized (outgoing) {
      if (outgoing.size() >= 1000) {
        outgoing.removeFirst();
        overflow++;
      }
      outgoing.addLast(message);
    }
  }

  String next() {
    synchronized (outgoing) {
      return outgoing.pollFirst();
    }
  }

  String describe() {
    synchronized (outgoing) {
      return id + " overflow " + overflow + ", queued " + queued;
    }
  }
}
