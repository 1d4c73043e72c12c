package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.CountDownLatch;

/** The last update waits for the others, or does not. */
final class Latches {
  private Latches() {}

  static final class AwaitedBefore implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CountDownLatch done = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                work();
                done.countDown();
              });
      thread.start();
      done.await();
      work();
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

  static final class AwaitedAfter implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      CountDownLatch done = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                work();
                done.countDown();
              });
      thread.start();
      work();
      done.await();
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
