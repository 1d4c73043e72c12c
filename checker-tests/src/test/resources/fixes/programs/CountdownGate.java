package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Opens when the last one has come. */
class CountdownGate {
  private int missing;
  private final AtomicInteger opened = new AtomicInteger();

  CountdownGate(int missing) {
    this.missing = missing;
  }

  void arrive() {
    if (--missing == 0) {
      opened.incrementAndGet();
    }
  }

  int opened() {
    return opened.get();
  }

  static String single() {
    CountdownGate gate = new CountdownGate(2);
    gate.arrive();
    gate.arrive();
    return "" + gate.opened();
  }

  static long lost() {
    CountdownGate gate = new CountdownGate(Trial.TOTAL);
    Trial.race(i -> gate.arrive());
    return Math.abs(1 - gate.opened());
  }
}
