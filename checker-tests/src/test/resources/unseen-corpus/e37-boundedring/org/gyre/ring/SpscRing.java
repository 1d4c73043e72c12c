package org.gyre.ring;

import java.util.concurrent.atomic.AtomicLong;

/** One producer thread, one consumer thread; each index has a single writer. */
final class SpscRing {
  private final long[] slots = new long[1024];
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong read = new AtomicLong();

  boolean offer(long v) {
    long w = written.get();
    if (w - read.get() == slots.length) {
      return false;
    }
    slots[(int) (w & 1023)] = v;
    written.lazySet(w + 1);
    return true;
  }

  long poll() {
    long r = read.get();
    if (r == written.get()) {
      return -1;
    }
    long v = slots[(int) (r & 1023)];
    read.lazySet(r + 1);
    return v;
  }
}
