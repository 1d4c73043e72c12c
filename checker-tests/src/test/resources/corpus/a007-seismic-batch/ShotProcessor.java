package org.geolith.seismic;

import java.util.concurrent.Callable;

/** One shot of a survey. The statistics belong to the survey and come in from outside. */
class ShotProcessor implements Callable<double[]> {
  private final double[] trace;
  private final SurveyStats stats;
  private int clipped;

  ShotProcessor(double[] trace, SurveyStats stats) {
    this.trace = trace;
    this.stats = stats;
  }

  @Override
  public double[] call() {
    double[] out = new double[trace.length];
    for (int i = 0; i < trace.length; i++) {
      out[i] = clip(trace[i]);
    }
    stats.shots++; // RACE rmw
    stats.add(clipped);
    return out;
  }

  /** One task object per shot: its own counter is safe. */
  private double clip(double amplitude) {
    if (Math.abs(amplitude) > 1) {
      clipped++;
      return Math.signum(amplitude);
    }
    return amplitude;
  }
}

class SurveyStats {
  int shots;
  private long clipped;

  void add(int moreClipped) {
    clipped += moreClipped; // RACE rmw
  }

  long clipped() {
    return clipped;
  }
}
