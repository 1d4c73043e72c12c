package io.sluice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;

/** Credit of each lane. */
public class Credit {
  private final AtomicIntegerArray lanes;
  private final AtomicInteger spare = new AtomicInteger();
  private final AtomicReference<String> lastStarved = new AtomicReference<>("");

  public Credit(int lanes, int each) {
    this.lanes = new AtomicIntegerArray(lanes);
    for (int i = 0; i < lanes; i++) {
      this.lanes.set(i, this.lanes.get(i) + each);
    }
  }

  public boolean spend(int lane) {
    if (lanes.get(lane) > 0) { // RACE atomic-compound #2
      lanes.decrementAndGet(lane); // RACE atomic-compound #2
      return true;
    }
    lastStarved.set("lane " + lane);
    return false;
  }

  public void refill(int lane, int n) {
    lanes.addAndGet(lane, n);
  }

  public void donate(int lane) {
    spare.addAndGet(lanes.getAndSet(lane, 0));
  }

  public int takeSpare(int max) {
    int before = spare.getAndUpdate(s -> Math.max(0, s - max));
    return Math.min(before, max);
  }
}
