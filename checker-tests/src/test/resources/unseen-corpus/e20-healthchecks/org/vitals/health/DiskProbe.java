package org.vitals.health;

import java.io.File;

/** Driven by one schedule only. */
class DiskProbe {
  private long lowest = Long.MAX_VALUE;
  private int streak;

  boolean healthy() {
    long free = new File(".").getUsableSpace();
    if (free < lowest) {
      lowest = free;
    }
    streak = free < 1_000_000 ? streak + 1 : 0;
    return streak < 3;
  }
}
