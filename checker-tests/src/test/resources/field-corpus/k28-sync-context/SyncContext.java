package k28;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Runs what it is given one after the other, never two at once, in whichever thread drains. */
public final class SyncContext implements Executor {
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Thread> drainingThread = new AtomicReference<>();

  public void drain() {
    do {
      if (!drainingThread.compareAndSet(null, Thread.currentThread())) {
        return;
      }
      try {
        Runnable runnable;
        while ((runnable = queue.poll()) != null) {
          try {
            runnable.run();
          } catch (Throwable t) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), t);
          }
        }
      } finally {
        drainingThread.set(null);
      }
    } while (!queue.isEmpty());
  }

  public void executeLater(Runnable runnable) {
    queue.add(runnable);
  }

  @Override
  public void execute(Runnable task) {
    executeLater(task);
    drain();
  }

  public void throwIfNotInThisContext() {
    if (Thread.currentThread() != drainingThread.get()) {
      throw new IllegalStateException("Not called from the synchronization context");
    }
  }

  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit, ScheduledExecutorService timer) {
    return timer.schedule(() -> execute(task), delay, unit);
  }
}
