package com.claywerk.kiln;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Temperatures of the kilns, reported by one task per kiln. */
class KilnLog {
  private final Object mutex = new Object();
  private final Map<String, Integer> highest = new HashMap<>();
  private int readings;
  private int faults;

  /** The lock lives as long as the call. */
  void record(String kiln, int celsius) {
    Object guard = new Object();
    synchronized (guard) {
      highest.merge(kiln, celsius, Math::max); // RACE wrong-lock
      readings++; // RACE wrong-lock
    }
  }

  void fault() {
    synchronized (new Object()) {
      faults++; // RACE wrong-lock
    }
  }

  /** The list is of this call, so nobody else is locked out of the log. */
  void recordAll(String kiln, List<Integer> values) {
    List<Integer> sorted = new ArrayList<>(values);
    synchronized (sorted) {
      sorted.sort(null);
      readings += sorted.size(); // RACE wrong-lock
    }
  }

  /** An alias of the field is the field. */
  int readings() {
    final Object m = mutex;
    synchronized (m) {
      return readings + faults;
    }
  }

  static KilnLog watch(ExecutorService pool, List<String> kilns) {
    KilnLog log = new KilnLog();
    for (String kiln : kilns) {
      pool.execute(() -> log.record(kiln, 1180));
      pool.execute(() -> log.recordAll(kiln, List.of(1150, 1190)));
      pool.execute(log::fault);
    }
    return log;
  }

  /** Lock and data are local, but all tasks capture the same two objects. */
  static int[] countHot(ExecutorService pool, List<List<Integer>> kilns) {
    Object guard = new Object();
    int[] hot = new int[1];
    for (List<Integer> values : kilns) {
      pool.execute(
          () -> {
            for (int celsius : values) {
              if (celsius > 1200) {
                synchronized (guard) {
                  hot[0]++;
                }
              }
            }
          });
    }
    return hot;
  }

  /** The lock is made in the loop: one for each task. */
  static int[] countCold(ExecutorService pool, List<List<Integer>> kilns) {
    int[] cold = new int[1];
    for (List<Integer> values : kilns) {
      Object guard = new Object();
      pool.execute(
          () -> {
            for (int celsius : values) {
              synchronized (guard) {
                if (celsius < 900) {
                  cold[0]++; // RACE wrong-lock
                }
              }
            }
          });
    }
    return cold;
  }
}
