package programs;

/** Totals, an average and a worst case, which belong together. */
class RetryStatistics {
  /** All operations since the start. */
  private long operations;

  private long successes;
  private double average;
  private int worst;

  void record(int attempts, boolean succeeded) {
    operations++;
    if (succeeded) {
      successes += 1;
    }
    // A running average.
    average += (attempts - average) / operations;
    worst = Math.max(worst, attempts);
  }

  String report() {
    return operations + " " + successes + " " + average + " " + worst;
  }

  long operations() {
    return operations;
  }

  static String single() {
    RetryStatistics statistics = new RetryStatistics();
    statistics.record(1, true);
    statistics.record(3, false);
    return statistics.report();
  }

  static long lost() {
    RetryStatistics statistics = new RetryStatistics();
    Trial.race(i -> statistics.record(2, i % 2 == 0));
    String expected = Trial.TOTAL + " " + Trial.TOTAL / 2 + " 2.0 2";
    return statistics.report().equals(expected) ? 0 : 1;
  }
}
