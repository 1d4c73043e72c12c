package akt;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Processes messages one at a time, on whatever thread of the executor. */
abstract class Actor<M> {
  private final Queue<M> mailbox = new ArrayDeque<>();
  private final Executor executor;
  private boolean scheduled;
  private int delivered;

  Actor(Executor executor) {
    this.executor = executor;
  }

  final void tell(M message) {
    synchronized (mailbox) {
      mailbox.add(message);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    executor.execute(this::drain);
  }

  private void drain() {
    for (;;) {
      M next;
      synchronized (mailbox) {
        next = mailbox.poll();
        if (next == null) {
          scheduled = false;
          return;
        }
        delivered++;
      }
      receive(next);
    }
  }

  protected abstract void receive(M message);

  final int delivered() {
    synchronized (mailbox) {
      return delivered;
    }
  }
}
