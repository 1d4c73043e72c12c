package dev.interlock.examples.middleware;

import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps the estimate under one read-write lock: updates hold the write lock from read to write, and
 * readers, who are many, share the read lock and see the three numbers of one moment.
 */
public final class MutexTimeoutManager implements TimeoutManager {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private double meanNanos;
  private double deviationNanos;
  private long samples;

  /** A manager that assumes this latency until it knows better. */
  public MutexTimeoutManager(Duration assumedLatency) {
    TimeoutEstimate first = TimeoutEstimate.assuming(assumedLatency);
    this.meanNanos = first.meanNanos();
    this.deviationNanos = first.deviationNanos();
  }

  @Override
  public void observe(long latencyNanos) {
    lock.writeLock().lock();
    try {
      double error = latencyNanos - meanNanos;
      meanNanos = meanNanos + TimeoutEstimate.MEAN_GAIN * error;
      deviationNanos += TimeoutEstimate.DEVIATION_GAIN * (Math.abs(error) - deviationNanos);
      samples++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public TimeoutEstimate estimate() {
    lock.readLock().lock();
    try {
      return new TimeoutEstimate(meanNanos, deviationNanos, samples);
    } finally {
      lock.readLock().unlock();
    }
  }
}
