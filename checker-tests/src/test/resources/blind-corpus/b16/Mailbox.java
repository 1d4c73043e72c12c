package se.norden.actors;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the behaviour of one actor, never on two threads at a time. */
abstract class Mailbox<M> implements Runnable {
  private final Queue<M> messages = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Executor executor;

  Mailbox(Executor executor) {
    this.executor = executor;
  }

  final void tell(M message) {
    messages.add(message);
    if (size.getAndIncrement() == 0) {
      executor.execute(this);
    }
  }

  @Override
  public final void run() {
    int batch = size.get();
    for (int i = 0; i < batch; i++) {
      receive(messages.poll());
    }
    if (size.addAndGet(-batch) > 0) {
      executor.execute(this);
    }
  }

  abstract void receive(M message);
}
