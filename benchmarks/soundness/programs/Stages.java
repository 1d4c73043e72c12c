package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.CompletableFuture;

/** Stages of futures, one after the other or side by side. */
final class Stages {
  private Stages() {}

  static final class Chained implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CompletableFuture.runAsync(this::work).thenRunAsync(this::work).get();
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

  static final class SideBySide implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CompletableFuture<Void> one = CompletableFuture.runAsync(this::work);
      CompletableFuture<Void> other = CompletableFuture.runAsync(this::work);
      CompletableFuture.allOf(one, other).get();
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
