package dev.interlock.analysis.verdict;

/** How we know that a location is shared. */
public enum Witness {
  /** Code that is shown to run in parallel reaches the location. */
  REACH,
  /** The declaration says so: volatile, atomic, a concurrent container. */
  DECLARATION,
  /** Other accesses of the location hold a lock. */
  LOCKING
}
