package org.steward.exec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks one after the other on any executor. */
public final class SerialExecutor implements Executor {
  private enum WorkerState { IDLE, QUEUED, RUNNING }

  private final Executor delegate;
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private WorkerState state = WorkerState.IDLE;
  private long runCount;
  private final Worker worker = new Worker();

  public SerialExecutor(Executor delegate) {
    this.delegate = delegate;
  }

  @Override
  public void execute(Runnable task) {
    long old;
    synchronized (queue) {
      queue.addLast(task);
      if (state != WorkerState.IDLE) {
        return;
      }
      state = WorkerState.QUEUED;
      old = runCount;
    }
    try {
      delegate.execute(worker);
    } catch (RejectedExecutionException e) {
      synchronized (queue) {
        if (runCount == old && state == WorkerState.QUEUED) {
          state = WorkerState.IDLE;
          queue.removeLastOccurrence(task);
        }
      }
      throw e;
    }
  }

  private final class Worker implements Runnable {
    private Runnable current;
    private int handled;

    @Override
    public void run() {
      while (true) {
        synchronized (queue) {
          if (current == null) {
            state = WorkerState.RUNNING;
            runCount++;
          }
          current = queue.pollFirst();
          if (current == null) {
            state = WorkerState.IDLE;
            return;
          }
          handled++;
        }
        try {
          current.run();
        } catch (RuntimeException e) {
          Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
        }
      }
    }
  }
}
