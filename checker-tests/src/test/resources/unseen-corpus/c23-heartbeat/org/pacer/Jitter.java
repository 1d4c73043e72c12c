package org.pacer;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Re-schedules itself at the end of each run, on whatever pool. */
class Jitter implements Runnable {
  private final ScheduledExecutorService pool;
  private final StringBuilder trace = new StringBuilder();
  private int runs;
  private long delay = 5;

  private Jitter(ScheduledExecutorService pool) {
    this.pool = pool;
  }

  static void begin(ScheduledExecutorService pool) {
    pool.execute(new Jitter(pool));
  }

  @Override
  public void run() {
    runs++;
    trace.append(delay).append(' ');
    delay = delay * 31 % 97 + 1;
    if (runs < 100) {
      pool.schedule(this, delay, TimeUnit.MILLISECONDS);
    }
  }
}
