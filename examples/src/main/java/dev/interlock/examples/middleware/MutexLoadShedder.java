package dev.interlock.examples.middleware;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps all latency metrics under one mutex, the readers included. */
public final class MutexLoadShedder implements LoadShedder {
  private final long limitNanos;
  private final Lock mutex = new ReentrantLock();

  private long calls;
  private long totalNanos;
  private long smoothedNanos;
  private long worstNanos;

  /** A shedder that admits requests while the smoothed latency is below the limit. */
  public MutexLoadShedder(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  @Override
  public boolean admits() {
    mutex.lock();
    try {
      return smoothedNanos < limitNanos;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public void record(long latencyNanos) {
    mutex.lock();
    try {
      calls++;
      totalNanos += latencyNanos;
      smoothedNanos = LatencyReport.smooth(smoothedNanos, latencyNanos);
      if (latencyNanos > worstNanos) {
        worstNanos = latencyNanos;
      }
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public LatencyReport report() {
    mutex.lock();
    try {
      return new LatencyReport(calls, totalNanos, smoothedNanos, worstNanos);
    } finally {
      mutex.unlock();
    }
  }
}
