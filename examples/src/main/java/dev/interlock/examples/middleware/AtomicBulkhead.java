package dev.interlock.examples.middleware;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the permits in an atomic variable. The limit is part of the atomic operation, and the
 * value that the operation replaced tells whether it changed anything.
 */
public final class AtomicBulkhead implements Bulkhead {
  private final int limit;
  private final AtomicInteger available;
  private final LongAdder rejections = new LongAdder();

  /** A bulkhead with this many permits. */
  public AtomicBulkhead(int limit) {
    this.limit = limit;
    this.available = new AtomicInteger(limit);
  }

  @Override
  public boolean tryEnter() {
    int before = available.getAndUpdate(permits -> permits > 0 ? permits - 1 : 0);
    if (before == 0) {
      rejections.increment();
      return false;
    }
    return true;
  }

  @Override
  public void leave() {
    int before = available.getAndUpdate(permits -> permits < limit ? permits + 1 : limit);
    if (before == limit) {
      throw new IllegalStateException("left more often than entered");
    }
  }

  @Override
  public int available() {
    return available.get();
  }

  @Override
  public long rejections() {
    return rejections.sum();
  }
}
