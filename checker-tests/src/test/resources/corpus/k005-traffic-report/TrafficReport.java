package org.verkehr.report;

import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** Reports and resets a counter once a minute while the loops in the road go on counting. */
class TrafficReport {
  private final LongAdder cars = new LongAdder();
  private final DoubleAdder tons = new DoubleAdder();
  private final AtomicLong trucks = new AtomicLong();
  private final LongConsumer sink;

  TrafficReport(LongConsumer sink) {
    this.sink = sink;
  }

  void start(ScheduledExecutorService clock) {
    clock.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
  }

  /** Called by the thread of each loop in the road. */
  void passed(double weight) {
    cars.increment();
    tons.add(weight);
    if (weight > 3.5) {
      trucks.incrementAndGet();
    }
  }

  private void report() {
    sink.accept(cars.sum()); // RACE atomic-compound #1
    cars.reset(); // RACE atomic-compound #1
    double sum = tons.sum(); // RACE atomic-compound #2
    tons.reset(); // RACE atomic-compound #2
    long now = trucks.get(); // RACE atomic-compound #3
    trucks.set(0); // RACE atomic-compound #3
    sink.accept((long) sum + now);
  }
}

class SteadyTrafficReport {
  private final LongAdder cars = new LongAdder();
  private final AtomicLong trucks = new AtomicLong();
  private final LongConsumer sink;
  private long reported;

  SteadyTrafficReport(LongConsumer sink, ScheduledExecutorService clock) {
    this.sink = sink;
    clock.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
  }

  void passed(double weight) {
    cars.increment();
    if (weight > 3.5) {
      trucks.incrementAndGet();
    }
  }

  /** Never resets the adder: it remembers what it has told already. */
  private void report() {
    long total = cars.sum();
    sink.accept(total - reported);
    reported = total;
    sink.accept(trucks.getAndSet(0));
  }
}

/** Counts a file in parallel; the adder is read when the stream is done. */
class TrafficReplay {
  long replay(double[][] days, LongConsumer sink) {
    LongAdder cars = new LongAdder();
    long all = 0;
    for (double[] weights : days) {
      Arrays.stream(weights).parallel().forEach(w -> cars.increment());
      long day = cars.sum();
      cars.reset();
      sink.accept(day);
      all += day;
    }
    return all;
  }
}
