package dev.interlock.report;

import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;

/** What the steps of a finding are to each other. */
public enum Form {
  /** The value read goes into the value written. */
  COMPUTES,
  /** The value read decides whether, or what, is written. */
  DECIDES,
  /** One call changes the inside of an object that two threads must not change at once. */
  MUTATES,
  /** One write overwrites what others update under a lock. */
  OVERWRITES,
  /** Two variables that belong together are written one after the other. */
  PAIRS;

  static Form of(Finding finding) {
    if (finding.read().isEmpty()) {
      return isOverwriting(finding) ? OVERWRITES : MUTATES;
    }
    var read = finding.read().get();
    if (!read.location().variable().equals(finding.write().location().variable())) {
      return PAIRS;
    }
    return finding.write().data().reads().contains(read) ? COMPUTES : DECIDES;
  }

  private static boolean isOverwriting(Finding finding) {
    Access write = finding.write().access();
    return finding.kind() == FindingKind.INCONSISTENT_LOCKING
        && finding.conflicting().isPresent()
        && write.kind() == Access.Kind.WRITE
        && write.through().isEmpty();
  }
}
