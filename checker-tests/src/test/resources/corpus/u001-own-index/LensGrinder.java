package com.opticarl.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Grinds lenses in parallel; each task writes its own slot of the results. */
class LensGrinder {
  private final ExecutorService pool;
  private final int[] usage = new int[16];

  LensGrinder(ExecutorService pool) {
    this.pool = pool;
  }

  /** The index is a copy of the loop variable. */
  double[] grind(double[] blanks) throws Exception {
    double[] lenses = new double[blanks.length];
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < blanks.length; i++) {
      final int slot = i;
      lenses[slot] = 1.0;
      done.add(
          pool.submit(
              () -> {
                lenses[slot] *= 0.9;
                for (int pass = 0; pass < 5; pass++) {
                  lenses[slot] -= blanks[slot] / 100;
                }
              }));
    }
    for (Future<?> future : done) {
      future.get();
    }
    double sum = 0;
    for (double lens : lenses) {
      sum += lens;
    }
    lenses[0] += sum > 0 ? 0 : 1;
    return lenses;
  }

  /** Each task counts on the machine that it got, and two may get the same. */
  void polish(List<String> lenses) {
    for (String lens : lenses) {
      int machine = Math.floorMod(lens.hashCode(), usage.length);
      pool.execute(() -> usage[machine]++); // RACE rmw
    }
  }

  /** The index is a field that all the tasks move. */
  static final class Rack {
    private final String[] places = new String[1000];
    private int next;

    void put(String lens) {
      places[next] = lens; // RACE rmw #1
      next++; // RACE rmw #1
    }

    int size() {
      return next;
    }
  }

  Rack store(List<String> lenses) {
    Rack rack = new Rack();
    for (String lens : lenses) {
      pool.execute(() -> rack.put(lens));
    }
    return rack;
  }

  int usage(int machine) {
    return usage[machine];
  }
}
