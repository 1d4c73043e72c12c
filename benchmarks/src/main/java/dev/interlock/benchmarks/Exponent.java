package dev.interlock.benchmarks;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The power of the size that a cost grows with. */
final class Exponent {
  private Exponent() {}

  /** Fits a line through the logarithms, by least squares. */
  static double fit(List<Double> sizes, List<Double> costs) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < sizes.size(); i++) {
      line.addData(Math.log(sizes.get(i)), Math.log(costs.get(i)));
    }
    return line.getSlope();
  }
}
