package org.nightsky.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** Radio dishes: the sessions call back into the queue, which locks itself. */
class DishQueue {
  private final Deque<String> targets = new ArrayDeque<>();
  private int requested;

  private synchronized void enqueue(String target) {
    targets.add(target);
    requested++;
  }

  class Session {
    void request(String target) {
      enqueue(target);
    }
  }

  /** A static nested class sees the queue only through its parameter. */
  static class RemoteSession {
    private final DishQueue queue;

    RemoteSession(DishQueue queue) {
      this.queue = queue;
    }

    void request(String target) {
      synchronized (queue) {
        queue.targets.add(target);
        queue.requested++;
      }
    }
  }

  synchronized int requested() {
    return requested;
  }

  void night(ExecutorService pool) {
    Session local = new Session();
    RemoteSession remote = new RemoteSession(this);
    for (int i = 0; i < 50; i++) {
      pool.submit(() -> local.request("Cas A"));
      pool.submit(() -> remote.request("Vir A"));
    }
  }
}
