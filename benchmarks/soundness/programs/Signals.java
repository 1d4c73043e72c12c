package programs;

import dev.interlock.soundness.Protocol;
import java.util.concurrent.Semaphore;

/** A semaphore without permits is a signal. */
final class Signals {
  private Signals() {}

  static final class AwaitedBefore implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      Semaphore done = new Semaphore(0);
      Thread thread =
          new Thread(
              () -> {
                work();
                done.release();
              });
      thread.start();
      done.acquire();
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
      Semaphore done = new Semaphore(0);
      Thread thread =
          new Thread(
              () -> {
                work();
                done.release();
              });
      thread.start();
      work();
      done.acquire();
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
