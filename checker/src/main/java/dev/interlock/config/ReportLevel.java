package dev.interlock.config;

/** How much evidence a finding needs to be reported. */
public enum ReportLevel {
  /** Code, a declaration or locking shows that the location is shared. */
  DEFAULT,
  /** Weaker hints are told as well, as warnings. */
  SUSPECTED
}
