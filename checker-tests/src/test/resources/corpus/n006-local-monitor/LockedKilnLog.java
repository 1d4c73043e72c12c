package com.claywerk.kiln;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** The log with one mutex for everything. */
class LockedKilnLog {
  private final Object mutex = new Object();
  private final Map<String, Integer> highest = new HashMap<>();
  private int readings;

  void record(String kiln, int celsius) {
    Object guard = mutex;
    synchronized (guard) {
      highest.merge(kiln, celsius, Math::max);
      readings++;
    }
  }

  void recordAll(String kiln, List<Integer> values) {
    for (int value : values) {
      record(kiln, value);
    }
  }

  int readings() {
    synchronized (mutex) {
      return readings;
    }
  }

  static LockedKilnLog watch(ExecutorService pool, List<String> kilns) {
    LockedKilnLog log = new LockedKilnLog();
    for (String kiln : kilns) {
      pool.execute(() -> log.record(kiln, 1180));
      pool.execute(() -> log.recordAll(kiln, List.of(1150, 1190)));
    }
    return log;
  }
}
