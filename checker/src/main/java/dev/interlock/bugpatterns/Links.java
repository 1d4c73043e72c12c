package dev.interlock.bugpatterns;

/** Where the pages of the checks are found. */
final class Links {
  /** The folder of the pages, each of which is named like its check. */
  static final String BASE = "https://github.com/interlock-dev/interlock/blob/main/docs/checks/";

  private Links() {}
}
