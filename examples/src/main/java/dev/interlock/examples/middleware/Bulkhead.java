package dev.interlock.examples.middleware;

/** Limits how many calls are under way at a time. */
public interface Bulkhead {
  /** Takes a permit if one is left. */
  boolean tryEnter();

  /**
   * Gives back the permit that {@link #tryEnter} gave.
   *
   * @throws IllegalStateException if no permit is out
   */
  void leave();

  /** How many permits are left. */
  int available();

  /** How many callers found no permit. */
  long rejections();
}
