package dev.interlock.bugpatterns;

/** Where the pages of the checks are found. */
final class Links {
  /** The folder of the pages. */
  static final String BASE = "https://interlock.dev/docs/";

  private Links() {}
}
