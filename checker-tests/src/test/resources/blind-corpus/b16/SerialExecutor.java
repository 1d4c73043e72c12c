package se.norden.actors;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** One task at a time, in order, on somebody else's threads. */
final class SerialExecutor implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Executor executor;
  private Runnable active;
  private int executed;

  SerialExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public synchronized void execute(Runnable r) {
    tasks.add(() -> {
      try {
        r.run();
      } finally {
        scheduleNext();
      }
    });
    if (active == null) {
      scheduleNext();
    }
  }

  private synchronized void scheduleNext() {
    active = tasks.poll();
    if (active != null) {
      executed++;
      executor.execute(active);
    }
  }

  synchronized int executed() {
    return executed;
  }
}
