package com.meterpoint.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Each meter is dealt with by one callable; the portfolio counters are common to all. */
final class GapFiller {
  private int touched;
  private int estimated;
  private Meter worst;

  int fill(ExecutorService pool, List<Meter> meters) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (Meter m : meters) {
      calls.add(() -> {
        m.fillGaps();
        if (m.estimated > 0) {
          touched++; // RACE rmw
          if (worst == null || worst.estimated < m.estimated) { // RACE rmw #1
            worst = m; // RACE rmw #1
          }
        }
        return m.estimated;
      });
    }
    for (Future<Integer> f : pool.invokeAll(calls)) {
      estimated += f.get();
    }
    touched = Math.min(touched, meters.size());
    return estimated;
  }

  Meter worst() {
    return worst;
  }
}
