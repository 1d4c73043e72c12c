package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/** An atomic variable is read by one call and written by another, which depends on the first. */
@AutoService(BugChecker.class)
@BugPattern(
    summary =
        "An atomic variable is used in two steps that are not atomic together; concurrent updates are lost",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "AtomicGetThenSet.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class AtomicGetThenSet extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public AtomicGetThenSet() {
    super(FindingKind.ATOMIC_GET_THEN_SET);
  }
}
