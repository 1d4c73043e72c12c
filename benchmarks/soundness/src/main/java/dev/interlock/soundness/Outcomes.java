package dev.interlock.soundness;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Table;

/** How often which subject left what behind, added up over all runs. */
final class Outcomes {
  private final Table<String, String, Long> counts = HashBasedTable.create();

  /** Adds runs of a test that had the same outcome. */
  void add(String test, String outcome, long runs) {
    counts.row(test).merge(outcome, runs, Long::sum);
  }

  /** Returns the outcomes of a subject. */
  ImmutableMap<String, Long> of(Subject subject) {
    return ImmutableMap.copyOf(counts.row(subject.testName()));
  }
}
