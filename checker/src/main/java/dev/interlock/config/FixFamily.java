package dev.interlock.config;

/** Which family of fixes is offered first. */
public enum FixFamily {
  /** What an expert would choose. */
  EXPERT,
  /** Atomic variables and concurrent collections wherever they do. */
  ATOMIC,
  /** Locks wherever they do. */
  MUTEX
}
