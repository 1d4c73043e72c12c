package org.pier.server;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests; installed once in front of all handlers, hence called by the whole thread pool. */
public class StatisticsHandler {

  /** Current, maximum and total of something counted up and down. */
  public static class CounterStatistic {
    protected final AtomicLong max = new AtomicLong();
    protected final AtomicLong current = new AtomicLong();
    protected final LongAdder total = new LongAdder();

    public void add(long delta) {
      long v = current.addAndGet(delta);
      if (delta > 0) {
        total.add(delta);
        long m = max.get();
        while (v > m) {
          if (max.compareAndSet(m, v)) {
            break;
          }
          m = max.get();
        }
      }
    }

    public void reset() {
      total.reset();
      long c = current.get(); // MAYBE
      max.set(c); // MAYBE
    }

    public long getMax() {
      return max.get();
    }
  }

  /** Samples: count, mean and variance by Welford, so five fields have to move together. */
  public static class SampleStatistic {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong totalTime = new AtomicLong();
    private double mean;
    private double m2;
    private long n;

    public void record(long sample) {
      count.incrementAndGet();
      totalTime.addAndGet(sample);
      n++; // RACE rmw #1
      double d = sample - mean;
      mean += d / n; // RACE rmw #1
      m2 += d * (sample - mean); // RACE rmw #1
    }

    public double variance() {
      return n > 1 ? m2 / (n - 1) : 0;
    }
  }

  public static class LockedSample {
    private double mean;
    private double m2;
    private long n;

    public synchronized void record(long sample) {
      n++;
      double d = sample - mean;
      mean += d / n;
      m2 += d * (sample - mean);
    }

    public synchronized double variance() {
      return n > 1 ? m2 / (n - 1) : 0;
    }
  }

  private final CounterStatistic requests = new CounterStatistic();
  private final SampleStatistic times = new SampleStatistic();
  private final LockedSample sizes = new LockedSample();
  private volatile long statsStartedAt;
  private final LongAdder responses5xx = new LongAdder();

  public void handle(Runnable next, long length) {
    requests.add(1);
    long begin = System.nanoTime();
    try {
      next.run();
    } catch (RuntimeException e) {
      responses5xx.increment();
      throw e;
    } finally {
      requests.add(-1);
      times.record(System.nanoTime() - begin);
      sizes.record(length);
    }
  }

  public void reset() {
    statsStartedAt = System.currentTimeMillis();
    requests.reset();
  }
}
