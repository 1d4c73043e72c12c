package dev.interlock.examples.stress;

/**
 * What a trial came to.
 *
 * @param lost how many updates left no trace
 * @param updates how many were made
 */
record Outcome(long lost, long updates) {
  /** The outcome when this many updates were made and this many were found afterwards. */
  static Outcome found(long found, long updates) {
    return new Outcome(Math.abs(updates - found), updates);
  }

  Outcome plus(Outcome other) {
    return new Outcome(lost + other.lost, updates + other.updates);
  }
}
