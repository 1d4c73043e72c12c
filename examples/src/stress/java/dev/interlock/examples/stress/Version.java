package dev.interlock.examples.stress;

/**
 * One version of the code of an incident.
 *
 * @param incident the name of the incident
 * @param name what is tried, by the name of its class
 * @param trial makes updates under contention and counts those that are lost
 */
record Version(String incident, String name, Trial trial) {
  private static final long REPEATING_NANOS = 500_000_000;

  /** Makes updates under contention and counts those that are lost. */
  @FunctionalInterface
  interface Trial {
    Outcome run() throws Exception;
  }

  /** The same version, its trial repeated until chance has had its say. */
  Version repeated() {
    return new Version(
        incident,
        name,
        () -> {
          long start = System.nanoTime();
          Outcome sum = new Outcome(0, 0);
          do {
            sum = sum.plus(trial.run());
          } while (System.nanoTime() - start < REPEATING_NANOS);
          return sum;
        });
  }

  /** Whether this is a fix, which must not lose anything. */
  boolean isFixed() {
    return !name.startsWith("Buggy");
  }
}
