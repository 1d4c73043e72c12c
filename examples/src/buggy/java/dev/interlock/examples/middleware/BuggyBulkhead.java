package dev.interlock.examples.middleware;

/**
 * The bulkhead that the audit found: it counts its permits by hand.
 *
 * <p>The count is volatile, which makes each read fresh and each write visible, and leaves the gap
 * between the two as wide as it was. When two calls enter at once, one permit is taken and two are
 * in use: more calls are under way than the limit allows. When two leave at once, a permit is gone
 * for good, until after some weeks the bulkhead admits nobody.
 */
public final class BuggyBulkhead implements Bulkhead {
  private volatile int available;
  private volatile long rejections;

  /** A bulkhead with this many permits. */
  public BuggyBulkhead(int limit) {
    this.available = limit;
  }

  @Override
  public boolean tryEnter() {
    if (available == 0) {
      rejections++; // BUG: UnsafeReadModifyWrite
      return false;
    }
    available--; // BUG: UnsafeReadModifyWrite
    return true;
  }

  @Override
  public void leave() {
    available++; // BUG: UnsafeReadModifyWrite
  }

  @Override
  public int available() {
    return available;
  }

  @Override
  public long rejections() {
    return rejections;
  }
}
