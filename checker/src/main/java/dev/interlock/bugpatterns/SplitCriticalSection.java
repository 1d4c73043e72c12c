package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/** A lock is given up between two steps that belong together. */
@AutoService(BugChecker.class)
@BugPattern(
    summary =
        "The lock is released between two steps that belong together; concurrent updates are lost",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "SplitCriticalSection.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class SplitCriticalSection extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public SplitCriticalSection() {
    super(FindingKind.SPLIT_CRITICAL_SECTION);
  }
}
