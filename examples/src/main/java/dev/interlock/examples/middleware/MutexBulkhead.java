package dev.interlock.examples.middleware;

/**
 * Counts the permits by hand, but in synchronized methods, so that check and count are one step.
 */
public final class MutexBulkhead implements Bulkhead {
  private final int limit;
  private int available;
  private long rejections;

  /** A bulkhead with this many permits. */
  public MutexBulkhead(int limit) {
    this.limit = limit;
    this.available = limit;
  }

  @Override
  public synchronized boolean tryEnter() {
    if (available == 0) {
      rejections++;
      return false;
    }
    available--;
    return true;
  }

  @Override
  public synchronized void leave() {
    if (available == limit) {
      throw new IllegalStateException("left more often than entered");
    }
    available++;
  }

  @Override
  public synchronized int available() {
    return available;
  }

  @Override
  public synchronized long rejections() {
    return rejections;
  }
}
