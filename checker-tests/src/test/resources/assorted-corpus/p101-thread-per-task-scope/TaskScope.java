package labs.loomish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** A small structured-concurrency scope: one thread per task, join before close. */
public final class TaskScope<T> implements AutoCloseable {
  public static final class Sub<T> {
    private T result;
    private Throwable failure;
    private final CountDownLatch done = new CountDownLatch(1);

    public T get() throws Exception {
      done.await();
      if (failure != null) {
        throw new Exception(failure);
      }
      return result;
    }
  }

  private final ThreadFactory factory;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
  private final ConcurrentLinkedQueue<T> results = new ConcurrentLinkedQueue<>();
  private int forks;
  private int succeeded;
  private int failedTasks;

  public TaskScope(ThreadFactory factory) {
    this.factory = factory;
  }

  /** By the owner of the scope only. */
  public Sub<T> fork(Callable<? extends T> task) {
    Sub<T> sub = new Sub<>();
    Thread t = factory.newThread(() -> run(task, sub));
    threads.add(t);
    forks++;
    t.start();
    return sub;
  }

  private void run(Callable<? extends T> task, Sub<T> sub) {
    try {
      sub.result = task.call();
      results.add(sub.result);
      succeeded++; // RACE rmw
    } catch (Throwable e) {
      sub.failure = e;
      firstFailure.compareAndSet(null, e);
      synchronized (this) {
        failedTasks++;
      }
    } finally {
      sub.done.countDown();
    }
  }

  public TaskScope<T> join() throws InterruptedException {
    for (Thread t : threads) {
      t.join();
    }
    return this;
  }

  public synchronized int failedTasks() {
    return failedTasks;
  }

  public int succeeded() {
    return succeeded;
  }

  @Override
  public void close() {
    threads.clear();
    forks = 0;
  }
}
