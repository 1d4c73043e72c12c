package dev.interlock.report;

import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.compound.Drains;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.UnrepeatedWaits;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;

/** What the steps of a finding are to each other. */
public enum Form {
  /** The value read goes into the value written. */
  COMPUTES,
  /** The value read decides whether, or what, is written. */
  DECIDES,
  /** The value read without a lock decides whether it is used, though others may be writing it. */
  PUBLISHES,
  /** The write sets back what the read has read out, and with it what came in between. */
  DISCARDS,
  /** One step counts and another one asks for the number, which two threads can be given. */
  NUMBERS,
  /** The value read decides whether to wait, and is not looked at again after the wait. */
  WAITS,
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
    if (finding.isPublication()) {
      return PUBLISHES;
    }
    if (finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION
        && !read.location().variable().equals(finding.write().location().variable())) {
      return PAIRS;
    }
    if (finding.write().data().reads().contains(read)) {
      return isInsertedNumber(finding, read) ? NUMBERS : COMPUTES;
    }
    if (finding.write().control().reads().contains(read)) {
      return DECIDES;
    }
    if (UnrepeatedWaits.between(read, finding.write(), finding.body()).isPresent()) {
      return WAITS;
    }
    return isOneStep(finding.write()) && !Drains.isRemovedCount(finding.write())
        ? NUMBERS
        : DISCARDS;
  }

  /** Who adds an element under a key that is missing may number it by how many there are. */
  private static boolean isInsertedNumber(Finding finding, Effect read) {
    return finding.write().access().isConditional()
        && !read.location().equals(finding.write().location());
  }

  private static boolean isOneStep(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE || write.hasInnerLocks();
  }

  private static boolean isOverwriting(Finding finding) {
    Access write = finding.write().access();
    return finding.kind() == FindingKind.INCONSISTENT_LOCKING
        && finding.conflicting().isPresent()
        && write.kind() == Access.Kind.WRITE
        && write.through().isEmpty();
  }
}
