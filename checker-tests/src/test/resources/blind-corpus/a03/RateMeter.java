package io.gaugekit.core;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Moving averages, advanced by a ticker every five seconds. */
public class RateMeter implements Recorder, AutoCloseable {
  private static final double ALPHA = 1 - Math.exp(-5.0 / 60);
  private final LongAdder uncounted = new LongAdder();
  private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2);
  private volatile double rate;
  private long ticks;

  public RateMeter() {
    ticker.scheduleAtFixedRate(this::tick, 5, 5, TimeUnit.SECONDS);
  }

  private void tick() {
    double instant = uncounted.sumThenReset() / 5.0;
    if (ticks++ == 0) {
      rate = instant;
    } else {
      rate += ALPHA * (instant - rate);
    }
  }

  @Override
  public void record(long ignored) {
    uncounted.increment();
  }

  public double rate() {
    return rate;
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
