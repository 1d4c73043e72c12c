package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/** A check decides about a write, and other threads can come in between. */
@AutoService(BugChecker.class)
@BugPattern(
    summary =
        "A check and the write that depends on it are two steps; another thread can come in between",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "NonAtomicCheckThenAct.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class NonAtomicCheckThenAct extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public NonAtomicCheckThenAct() {
    super(FindingKind.NON_ATOMIC_CHECK_THEN_ACT);
  }
}
