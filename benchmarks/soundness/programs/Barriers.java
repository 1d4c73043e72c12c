package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.CyclicBarrier;

/** Before and after a barrier, or both before it. */
final class Barriers {
  private Barriers() {}

  static final class OneAfterTheOther implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CyclicBarrier barrier = new CyclicBarrier(2);
      Thread one =
          new Thread(
              () -> {
                work();
                await(barrier);
              });
      Thread other =
          new Thread(
              () -> {
                await(barrier);
                work();
              });
      one.start();
      other.start();
      one.join();
      other.join();
      return count;
    }

    private static void await(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
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

  static final class SameSide implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CyclicBarrier barrier = new CyclicBarrier(2);
      Thread one =
          new Thread(
              () -> {
                work();
                await(barrier);
              });
      Thread other =
          new Thread(
              () -> {
                work();
                await(barrier);
              });
      one.start();
      other.start();
      one.join();
      other.join();
      return count;
    }

    private static void await(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
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
