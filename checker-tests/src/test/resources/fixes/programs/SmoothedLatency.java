package programs;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Atomic variables, used in two steps. */
class SmoothedLatency {
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong smoothed = new AtomicLong();
  private final AtomicInteger worst = new AtomicInteger();
  private final AtomicInteger samples = new AtomicInteger();
  private final AtomicBoolean warned = new AtomicBoolean();
  private final AtomicReference<String> trail = new AtomicReference<>("");
  private final AtomicInteger permits = new AtomicInteger(50);

  void record(int latency) {
    total.set(total.get() + latency);
    long before = smoothed.get();
    smoothed.set(before + (latency - before) / 8);
    if (latency > worst.get()) {
      worst.set(latency);
    }
    int n = samples.get();
    samples.set(n + 1);
  }

  boolean warn() {
    if (!warned.get()) {
      warned.set(true);
      return true;
    }
    return false;
  }

  void visit(String place) {
    trail.set(trail.get() + place);
  }

  boolean acquire() {
    if (permits.get() > 0) {
      permits.decrementAndGet();
      return true;
    }
    return false;
  }

  static String single() {
    SmoothedLatency latency = new SmoothedLatency();
    latency.record(80);
    latency.record(40);
    latency.visit("a");
    latency.visit("b");
    return latency.total
        + " "
        + latency.smoothed
        + " "
        + latency.worst
        + " "
        + latency.samples
        + latency.warn()
        + latency.warn()
        + latency.trail
        + latency.acquire();
  }

  static long lost() {
    SmoothedLatency latency = new SmoothedLatency();
    AtomicInteger warnings = new AtomicInteger();
    AtomicInteger acquired = new AtomicInteger();
    Trial.race(
        i -> {
          latency.record(3);
          if (i % 16 == 0) {
            latency.visit("x");
          }
          if (latency.warn()) {
            warnings.incrementAndGet();
          }
          if (latency.acquire()) {
            acquired.incrementAndGet();
          }
        });
    return 3L * Trial.TOTAL
        - latency.total.get()
        + Trial.TOTAL
        - latency.samples.get()
        + Trial.TOTAL / 16
        - latency.trail.get().length()
        + Math.abs(acquired.get() - 50)
        + warnings.get()
        - 1;
  }
}
