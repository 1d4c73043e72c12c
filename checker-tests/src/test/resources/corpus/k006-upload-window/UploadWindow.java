package net.hochlader.window;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Flow control of an upload: test an atomic, then change it. */
class UploadWindow {
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicIntegerArray perHost = new AtomicIntegerArray(16);
  private final AtomicStampedReference<String> leader = new AtomicStampedReference<>("", 0);
  private final AtomicInteger sequence = new AtomicInteger();
  private final ExecutorService uploads;

  UploadWindow(ExecutorService uploads) {
    this.uploads = uploads;
  }

  void upload(String file, int host) {
    uploads.execute(
        () -> {
          if (enter(host)) {
            elect(file);
            number();
            leave(host);
          }
        });
  }

  private boolean enter(int host) {
    if (inFlight.get() == 32) { // RACE atomic-compound #1
      return false;
    }
    inFlight.getAndIncrement(); // RACE atomic-compound #1
    perHost.set(host, perHost.get(host) + 1); // RACE atomic-compound
    return true;
  }

  private void leave(int host) {
    inFlight.decrementAndGet();
    perHost.decrementAndGet(host);
  }

  private void elect(String file) {
    int stamp = leader.getStamp(); // RACE atomic-compound #2
    leader.set(file, stamp + 1); // RACE atomic-compound #2
  }

  /** Wraps around, and loses numbers as it does. */
  private int number() {
    int next = sequence.incrementAndGet();
    if (next > 9_999) { // RACE atomic-compound #3
      sequence.set(1); // RACE atomic-compound #3
    }
    return next;
  }
}

class SteadyUploadWindow {
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicIntegerArray perHost = new AtomicIntegerArray(16);
  private final AtomicStampedReference<String> leader = new AtomicStampedReference<>("", 0);
  private final AtomicInteger sequence = new AtomicInteger();
  private final ExecutorService uploads;

  SteadyUploadWindow(ExecutorService uploads) {
    this.uploads = uploads;
  }

  void upload(String file, int host) {
    uploads.execute(
        () -> {
          if (enter(host)) {
            elect(file);
            sequence.updateAndGet(n -> n == 9_999 ? 1 : n + 1);
            perHost.decrementAndGet(host);
            inFlight.decrementAndGet();
          }
        });
  }

  /** Enters first and steps back if that was one too many. */
  private boolean enter(int host) {
    if (inFlight.incrementAndGet() > 32) {
      inFlight.decrementAndGet();
      return false;
    }
    perHost.accumulateAndGet(host, 1, Integer::sum);
    return true;
  }

  private void elect(String file) {
    int[] stamp = new int[1];
    String before;
    do {
      before = leader.get(stamp);
    } while (!leader.compareAndSet(before, file, stamp[0], stamp[0] + 1));
  }
}
