package dev.interlock.examples.metrics;

/**
 * What an instrument has measured; the three numbers belong together.
 *
 * @param count how many values there were
 * @param sum all of them together
 * @param max the largest of them
 */
public record Measurement(long count, double sum, double max) {
  /** A single value. */
  public static Measurement of(double value) {
    return new Measurement(1, value, value);
  }

  /** Both measurements taken together. */
  public Measurement plus(Measurement other) {
    return new Measurement(count + other.count, sum + other.sum, Math.max(max, other.max));
  }
}
