package dev.gauge.core;

import java.util.concurrent.atomic.LongAdder;

public final class Tally {
  private final LongAdder adder = new LongAdder();

  public void hit() {
    adder.increment();
  }

  public void hit(long n) {
    adder.add(n);
  }

  public long value() {
    return adder.sum();
  }
}
