package dev.interlock.analysis.verdict;

/**
 * How sure a finding is. The grades follow what findings of their sort proved to be when those on
 * released libraries were read one by one.
 */
public enum Confidence {
  /** An error: such findings are hardly ever wrong. */
  CERTAIN,
  /** A warning: such findings are right more often than not. */
  LIKELY,
  /** Told on request only: such findings are wrong more often than not. */
  SUSPECTED
}
