package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;

/** What the checks say, without what Error Prone adds to it. */
final class Messages {
  private static final String FIX = "\n  Did you mean .*$";

  private Messages() {}

  /** Returns the only message for these files. */
  static String messageFor(String... sources) {
    return CheckTester.of(sources).onlyMessage().replaceAll(FIX, "");
  }
}
