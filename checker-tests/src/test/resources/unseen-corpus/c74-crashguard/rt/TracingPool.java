package rt;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A pool which measures its tasks. */
public class TracingPool extends ThreadPoolExecutor {
  private final ThreadLocal<Long> begun = new ThreadLocal<>();
  private final LongAdder nanos = new LongAdder();
  private long slowest;
  private int failed;
  private int rejectedByPolicy;

  public TracingPool(int threads) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  }

  @Override
  protected void beforeExecute(Thread t, Runnable r) {
    super.beforeExecute(t, r);
    begun.set(System.nanoTime());
  }

  @Override
  protected void afterExecute(Runnable r, Throwable e) {
    long took = System.nanoTime() - begun.get();
    nanos.add(took);
    if (e != null) {
      failed++; // RACE rmw
    }
    synchronized (this) {
      if (took > slowest) {
        slowest = took;
      }
    }
    super.afterExecute(r, e);
  }

  public synchronized long slowest() {
    return slowest;
  }

  public synchronized void refused() {
    rejectedByPolicy++;
  }

  public int failed() {
    return failed;
  }

  /** Keeps a pool of the machine's size busy for a moment. */
  static void warmUp() {
    TracingPool pool = new TracingPool(4);
    for (int i = 0; i < 100; i++) {
      int n = i;
      pool.execute(() -> {
        int sum = 0;
        for (int k = 0; k < n * 1000; k++) {
          sum += k;
        }
        if (sum == 1) {
          throw new IllegalStateException();
        }
      });
    }
    pool.shutdown();
  }
}
