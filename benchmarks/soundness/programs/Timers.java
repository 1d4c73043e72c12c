package programs;

import dev.interlock.soundness.Protocol;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** Tasks of one timer, which has one thread, and of two. */
final class Timers {
  private Timers() {}

  static final class OneTimer implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      Timer one = new Timer();
      CountDownLatch done = new CountDownLatch(2);
      one.schedule(task(done), 0);
      one.schedule(task(done), 0);
      done.await();
      one.cancel();
      return count;
    }

    private TimerTask task(CountDownLatch done) {
      return new TimerTask() {
        @Override
        public void run() {
          work();
          done.countDown();
        }
      };
    }

    private void work() {
      for (int i = 0; i < 1_000_000; i++) {
        int before = count;
        Thread.onSpinWait();
        count = before + 1;
      }
    }
  }

  static final class TwoTimers implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 2_000_000;
    }

    @Override
    public int run() throws Exception {
      Timer one = new Timer();
      Timer other = new Timer();
      CountDownLatch done = new CountDownLatch(2);
      one.schedule(task(done), 0);
      other.schedule(task(done), 0);
      done.await();
      one.cancel();
      other.cancel();
      return count;
    }

    private TimerTask task(CountDownLatch done) {
      return new TimerTask() {
        @Override
        public void run() {
          work();
          done.countDown();
        }
      };
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
