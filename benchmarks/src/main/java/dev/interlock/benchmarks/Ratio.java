package dev.interlock.benchmarks;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How many times as much one thing takes as another: the geometric mean of several ratios, with its
 * 95 % confidence interval.
 */
record Ratio(double mean, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /** Returns the ratio of measurements of which those at one position were made together. */
  static Ratio ofPairs(List<Double> numerators, List<Double> denominators) {
    SummaryStatistics logs = new SummaryStatistics();
    for (int i = 0; i < Math.min(numerators.size(), denominators.size()); i++) {
      logs.addValue(Math.log(numerators.get(i) / denominators.get(i)));
    }
    double error = Math.sqrt(logs.getVariance() / logs.getN());
    return around(logs.getMean(), error, logs.getN() - 1);
  }

  /** Returns the ratio of the means of measurements that have nothing to do with each other. */
  static Ratio ofMeans(List<Double> numerators, List<Double> denominators) {
    SummaryStatistics above = logs(numerators);
    SummaryStatistics below = logs(denominators);
    double error =
        Math.sqrt(above.getVariance() / above.getN() + below.getVariance() / below.getN());
    return around(
        above.getMean() - below.getMean(), error, Math.min(above.getN(), below.getN()) - 1);
  }

  private static SummaryStatistics logs(List<Double> values) {
    SummaryStatistics logs = new SummaryStatistics();
    values.forEach(value -> logs.addValue(Math.log(value)));
    return logs;
  }

  private static Ratio around(double log, double error, long freedom) {
    double margin =
        freedom < 1
            ? Double.POSITIVE_INFINITY
            : error * new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return new Ratio(Math.exp(log), Math.exp(log - margin), Math.exp(log + margin));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean, low, high);
  }
}
