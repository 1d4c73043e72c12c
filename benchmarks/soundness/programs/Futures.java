package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Results that are waited for, in time or too late. */
final class Futures {
  private Futures() {}

  static final class InTime implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      try {
        pool.submit(this::work).get();
        pool.submit(this::work).get();
        return count;
      } finally {
        pool.shutdown();
      }
    }

    private void work() {
      for (int i = 0; i < 1_000_000; i++) {
        int before = count;
        Thread.onSpinWait();
        count = before + 1;
      }
    }
  }

  static final class TooLate implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      try {
        Future<?> one = pool.submit(this::work);
        Future<?> other = pool.submit(this::work);
        one.get();
        other.get();
        return count;
      } finally {
        pool.shutdown();
      }
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
