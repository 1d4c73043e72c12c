package programs;

import java.util.concurrent.atomic.AtomicInteger;

/** Says so at every hundredth. */
class MilestoneCounter {
  private int done;
  private final AtomicInteger announced = new AtomicInteger();

  void finish() {
    done++;
    if (done % 100 == 0) {
      announced.incrementAndGet();
    }
  }

  static String single() {
    MilestoneCounter counter = new MilestoneCounter();
    for (int i = 0; i < 250; i++) {
      counter.finish();
    }
    return counter.announced.toString();
  }

  static long lost() {
    MilestoneCounter counter = new MilestoneCounter();
    Trial.race(i -> counter.finish());
    return Math.abs(Trial.TOTAL / 100 - counter.announced.get());
  }
}
