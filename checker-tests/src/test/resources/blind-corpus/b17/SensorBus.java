package com.threshold.ranges;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

final class SensorBus {
  private final ExecutorService readers = Executors.newWorkStealingPool();
  private final AlarmPanel panel = new AlarmPanel();
  private final BoundedRange range = new BoundedRange();

  void poll(String... sensors) {
    for (String s : sensors) {
      readers.submit(() -> {
        int value = ThreadLocalRandom.current().nextInt(100);
        int weighted = value;
        weighted *= range.contains(value) ? 1 : 2;
        panel.report(s, s.length(), weighted);
        range.add(weighted);
        range.widen(1);
      });
    }
  }

  void operators() {
    readers.submit(panel::acknowledge);
    readers.submit(panel::calm);
  }
}
