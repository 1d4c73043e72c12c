package io.pulsetap.stats;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Statistics in which one field is computed from another. */
class LatencyStats {
  private double mean;
  private double m2;
  private long n;
  private double ewma;

  /** Welford's method: all three fields must move together. */
  void record(double millis) {
    n++; // RACE rmw
    double delta = millis - mean; // RACE rmw #1
    mean += delta / n; // RACE rmw #1
    m2 += delta * (millis - mean); // RACE rmw
  }

  void smooth(double millis) {
    ewma = ewma == 0 ? millis : ewma + 0.1 * (millis - ewma); // RACE rmw
  }

  void probeAll(ExecutorService pool, List<Runnable> probes) {
    for (Runnable probe : probes) {
      pool.submit(
          () -> {
            long start = System.nanoTime();
            probe.run();
            double millis = (System.nanoTime() - start) / 1e6;
            record(millis);
            smooth(millis);
          });
    }
  }

  double deviation() {
    return n < 2 ? 0 : Math.sqrt(m2 / (n - 1));
  }
}

/** The same formulas; the samples come back through futures to the one thread that records. */
class CollectedLatencyStats {
  private double mean;
  private double m2;
  private long n;

  private void record(double millis) {
    n++;
    double delta = millis - mean;
    mean += delta / n;
    m2 += delta * (millis - mean);
  }

  double probeAll(ExecutorService pool, List<Runnable> probes) throws Exception {
    List<Future<Double>> samples =
        probes.stream().map(p -> pool.submit(() -> time(p))).collect(Collectors.toList());
    for (Future<Double> sample : samples) {
      record(sample.get());
    }
    return n < 2 ? 0 : Math.sqrt(m2 / (n - 1));
  }

  private static double time(Runnable probe) {
    long start = System.nanoTime();
    probe.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
