package org.nightsky.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** Observation requests of all astronomers; every astronomer has a session of her own. */
class TelescopeQueue {
  private final Deque<String> targets = new ArrayDeque<>();
  private int requested;
  private int observed;

  /** The session's own monitor keeps nobody out of the queue. */
  class Session {
    private final String astronomer;
    private int mine;

    Session(String astronomer) {
      this.astronomer = astronomer;
    }

    synchronized void request(String target) {
      mine++;
      targets.add(astronomer + ":" + target); // RACE wrong-lock
      requested++; // RACE wrong-lock
    }

    /** Here the queue is locked. */
    void requestUrgent(String target) {
      synchronized (TelescopeQueue.this) {
        targets.addFirst(astronomer + ":" + target);
        requested++;
      }
      synchronized (this) {
        mine++;
      }
    }

    synchronized int mine() {
      return mine;
    }
  }

  synchronized String next() {
    String target = targets.poll();
    if (target != null) {
      observed++;
    }
    return target;
  }

  synchronized int open() {
    return requested - observed;
  }

  void night(ExecutorService pool, int astronomers) {
    for (int i = 0; i < astronomers; i++) {
      Session session = new Session("a" + i);
      pool.submit(() -> session.request("M31"));
      pool.submit(() -> session.requestUrgent("SN2031"));
    }
    pool.submit(this::next);
  }
}
