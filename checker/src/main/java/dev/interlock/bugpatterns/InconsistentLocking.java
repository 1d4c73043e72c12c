package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/** An update holds a lock, but not the one that other accesses of the location hold. */
@AutoService(BugChecker.class)
@BugPattern(
    summary =
        "An update is not guarded by the lock that the other accesses hold; concurrent updates are lost",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "InconsistentLocking.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class InconsistentLocking extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public InconsistentLocking() {
    super(FindingKind.INCONSISTENT_LOCKING);
  }
}
