package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The same tasks on pools of several sizes. */
final class Pools {
  private Pools() {}

  static final class OneThread implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.execute(this::work);
      pool.execute(this::work);
      pool.shutdown();
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("slow");
      }
      return count;
    }

    private void work() {
      for (int i = 0; i < 1_000_000; i++) {
        int before = count;
        Thread.onSpinWait();
        count = before + 1;
      }
    }
  }

  static final class TwoThreads implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      pool.execute(this::work);
      pool.execute(this::work);
      pool.shutdown();
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("slow");
      }
      return count;
    }

    private void work() {
      for (int i = 0; i < 1_000_000; i++) {
        int before = count;
        Thread.onSpinWait();
        count = before + 1;
      }
    }
  }
}
