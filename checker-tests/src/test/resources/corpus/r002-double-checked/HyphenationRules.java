package com.quillworks.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** More ways to be lazy; some of them create twice. */
class HyphenationRules {
  private static HyphenationRules defaults;

  private volatile List<String> rules;
  private volatile List<String> exceptions;
  private volatile int[] minimum;

  private static final class Holder {
    static final HyphenationRules SHARED = new HyphenationRules();
  }

  static HyphenationRules shared() {
    return Holder.SHARED;
  }

  static synchronized HyphenationRules defaults() {
    if (defaults == null) {
      defaults = new HyphenationRules();
    }
    return defaults;
  }

  /** The additions to a list that another thread replaced are gone. */
  List<String> rules() {
    if (rules == null) { // RACE check-then-act #2
      rules = new ArrayList<>(); // RACE check-then-act #2
    }
    return rules;
  }

  /** Locked, but the second look is missing. */
  List<String> exceptions() {
    if (exceptions == null) { // RACE check-then-act #3
      synchronized (this) {
        exceptions = new ArrayList<>(); // RACE check-then-act #3
      }
    }
    return exceptions;
  }

  int[] minimum() {
    int[] m = minimum;
    if (m != null) {
      return m;
    }
    synchronized (this) {
      m = minimum;
      if (m == null) {
        m = new int[] {2, 3};
        minimum = m;
      }
      return m;
    }
  }

  static void warmUp(ExecutorService editors) {
    for (int i = 0; i < 4; i++) {
      editors.execute(() -> shared().rules());
      editors.execute(() -> shared().exceptions());
      editors.execute(() -> defaults().minimum());
    }
  }
}
