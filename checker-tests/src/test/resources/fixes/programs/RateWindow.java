package programs;

/** Starts a new window when the old one is over. */
class RateWindow {
  private final int limit;
  private long windowStart;
  private int used;

  RateWindow(int limit) {
    this.limit = limit;
  }

  boolean tryAcquire(long now) {
    if (now - windowStart >= 1_000) {
      windowStart = now;
      used = 0;
    }
    if (used < limit) {
      used++;
      return true;
    }
    return false;
  }

  static String single() {
    RateWindow window = new RateWindow(1);
    return "" + window.tryAcquire(0) + window.tryAcquire(1) + window.tryAcquire(1_000);
  }

  static long lost() {
    RateWindow window = new RateWindow(70);
    java.util.concurrent.atomic.AtomicInteger passed = new java.util.concurrent.atomic.AtomicInteger();
    Trial.race(
        i -> {
          if (window.tryAcquire(5)) {
            passed.incrementAndGet();
          }
        });
    return Math.abs(passed.get() - 70);
  }
}
