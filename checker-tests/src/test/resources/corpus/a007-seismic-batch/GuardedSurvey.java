package org.geolith.seismic;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Each shot counts for itself and hands its count over once, under the lock of the totals. */
class GuardedSurvey {
  private final Totals totals = new Totals();

  void process(ExecutorService cores, List<double[]> traces) {
    for (double[] trace : traces) {
      cores.submit(new Shot(trace, totals));
    }
  }

  static final class Shot implements Runnable {
    private final double[] trace;
    private final Totals totals;
    private int clipped;

    Shot(double[] trace, Totals totals) {
      this.trace = trace;
      this.totals = totals;
    }

    @Override
    public void run() {
      for (double amplitude : trace) {
        if (Math.abs(amplitude) > 1) {
          clipped++;
        }
      }
      totals.add(clipped);
    }
  }

  static final class Totals {
    private int shots;
    private long clipped;

    synchronized void add(int moreClipped) {
      shots++;
      clipped += moreClipped;
    }

    synchronized double ratio() {
      return shots == 0 ? 0 : (double) clipped / shots;
    }
  }
}
