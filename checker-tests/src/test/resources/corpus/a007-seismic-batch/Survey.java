package org.geolith.seismic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Submits the shots of a survey to the cores of this machine. */
class Survey {
  private final SurveyStats stats = new SurveyStats();
  private int surveys;

  List<Future<double[]>> process(List<double[]> traces) throws InterruptedException {
    ExecutorService cores = Executors.newFixedThreadPool(8);
    List<Future<double[]>> shots = new ArrayList<>();
    for (double[] trace : traces) {
      shots.add(cores.submit(new ShotProcessor(trace, stats)));
    }
    cores.shutdown();
    if (!cores.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IllegalStateException("survey takes too long");
    }
    surveys++;
    return shots;
  }

  SurveyStats stats() {
    return stats;
  }
}
