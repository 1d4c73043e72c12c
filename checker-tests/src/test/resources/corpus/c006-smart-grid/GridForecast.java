package no.kraftnett.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

interface Region {
  double demand(int hour);
}

/** Forecasts 24 hours for all regions. */
class GridForecast {
  private double peak;
  private int revisions;

  /** One stage runs after all the others; it may add up in the open. */
  CompletableFuture<Double> total(List<Region> regions, int hour) {
    CompletableFuture<Double>[] parts = parts(regions, hour);
    return CompletableFuture.allOf(parts)
        .thenApply(
            done -> {
              double sum = 0;
              for (CompletableFuture<Double> part : parts) {
                sum += part.join();
              }
              return sum;
            });
  }

  @SuppressWarnings("unchecked")
  private static CompletableFuture<Double>[] parts(List<Region> regions, int hour) {
    return regions.stream()
        .map(region -> CompletableFuture.supplyAsync(() -> region.demand(hour)))
        .toArray(CompletableFuture[]::new);
  }

  /** Each hour is a task; the peak of the day is shared by all of them. */
  void day(Region region) {
    CompletableFuture<?>[] hours = new CompletableFuture<?>[24];
    double[] curve = new double[24];
    for (int h = 0; h < 24; h++) {
      int hour = h;
      hours[h] =
          CompletableFuture.runAsync(
              () -> {
                curve[hour] = region.demand(hour);
                curve[hour] *= 1.02;
                if (curve[hour] > peak) { // RACE rmw #1
                  peak = curve[hour]; // RACE rmw #1
                }
              });
    }
    CompletableFuture.allOf(hours).join();
    revisions++;
    peak = peak * 1.01;
  }

  /** Own cells while the tasks run, the maximum when they are done. */
  double dayByCells(Region region) {
    double[] curve = new double[24];
    CompletableFuture<?>[] hours = new CompletableFuture<?>[24];
    for (int h = 0; h < 24; h++) {
      int hour = h;
      hours[h] = CompletableFuture.runAsync(() -> curve[hour] += region.demand(hour));
    }
    CompletableFuture.allOf(hours).join();
    revisions++;
    return Arrays.stream(curve).max().orElse(0);
  }

  String state() {
    return "revision " + revisions + ", peak " + peak;
  }
}
