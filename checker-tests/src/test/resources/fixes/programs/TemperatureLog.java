package programs;

import java.util.ArrayList;
import java.util.List;

/** A list and a sum that belong together. */
class TemperatureLog {
  private final List<Double> values = new ArrayList<>();
  private double sum;

  void add(double value) {
    values.add(value);
    sum += value;
  }

  double mean() {
    return values.isEmpty() ? 0 : sum / values.size();
  }

  int size() {
    return values.size();
  }

  double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  static String single() {
    TemperatureLog log = new TemperatureLog();
    log.add(1);
    log.add(3);
    return log.mean() + " " + log.size() + " " + log.max();
  }

  static long lost() {
    TemperatureLog log = new TemperatureLog();
    Trial.race(i -> log.add(2));
    return Trial.TOTAL - log.size() + Math.round(100 * Math.abs(log.mean() - 2));
  }
}
