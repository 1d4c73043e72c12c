package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/**
 * A variable is read and written back in two steps, and nothing keeps other threads out in between.
 */
@AutoService(BugChecker.class)
@BugPattern(
    summary =
        "A shared variable is read and written back in two steps; concurrent updates are lost",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "UnsafeReadModifyWrite.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class UnsafeReadModifyWrite extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public UnsafeReadModifyWrite() {
    super(FindingKind.UNSAFE_READ_MODIFY_WRITE);
  }
}
