package programs;

import dev.interlock.soundness.Protocol;

/** Threads that are waited for, in time or too late. */
final class Joins {
  private Joins() {}

  static final class InTime implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      for (int i = 0; i < 2; i++) {
        Thread thread = new Thread(this::work);
        thread.start();
        thread.join();
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

  static final class TooLate implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      Thread one = new Thread(this::work);
      Thread other = new Thread(this::work);
      one.start();
      other.start();
      one.join();
      other.join();
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
