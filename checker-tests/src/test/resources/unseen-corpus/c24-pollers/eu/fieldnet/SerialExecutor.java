package eu.fieldnet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs tasks one after the other on an executor with many threads. */
public class SerialExecutor implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Executor executor;
  private Runnable active;
  private int submitted;

  public SerialExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public synchronized void execute(Runnable r) {
    submitted++;
    tasks.addLast(() -> {
      try {
        r.run();
      } finally {
        next();
      }
    });
    if (active == null) {
      next();
    }
  }

  private synchronized void next() {
    active = tasks.pollFirst();
    if (active != null) {
      executor.execute(active);
    }
  }

  public synchronized int submitted() {
    return submitted;
  }
}
