package dev.interlock.cli;

/** What a command exits with, as linters do. */
final class ExitStatus {
  /** All was checked, and nothing was found. */
  static final int CLEAN = 0;

  /** All was checked, and something was found. */
  static final int FOUND = 1;

  /** The command could not do, or not wholly do, what it was asked. */
  static final int FAILED = 2;

  private ExitStatus() {}
}
