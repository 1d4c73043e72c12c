package org.tribe.actor;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the messages of one actor one after the other on a shared executor. */
final class Mailbox implements Runnable {
  private final ConcurrentLinkedQueue<Object> messages = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Executor executor;
  private final Actor actor;
  private final Dispatcher dispatcher;
  private int processed;

  Mailbox(Executor executor, Actor actor, Dispatcher dispatcher) {
    this.executor = executor;
    this.actor = actor;
    this.dispatcher = dispatcher;
  }

  void tell(Object message) {
    messages.add(message);
    schedule();
  }

  private void schedule() {
    if (!messages.isEmpty() && scheduled.compareAndSet(false, true)) {
      executor.execute(this);
    }
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < 32; i++) {
        Object m = messages.poll();
        if (m == null) {
          break;
        }
        actor.receive(m);
        processed++;
        dispatcher.delivered++; // RACE rmw
      }
    } finally {
      scheduled.set(false);
      schedule();
    }
  }
}
