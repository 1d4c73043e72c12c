package dev.interlock.bugpatterns;

import static com.google.errorprone.BugPattern.SeverityLevel.ERROR;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.analysis.verdict.FindingKind;

/** A container that is not thread-safe is changed by threads that run in parallel. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "A container that is not thread-safe is changed by threads that run in parallel",
    altNames = LostUpdateChecker.ALL_CHECKS,
    severity = ERROR,
    link = Links.BASE + "UnguardedCollectionMutation.md",
    linkType = BugPattern.LinkType.CUSTOM)
public final class UnguardedCollectionMutation extends LostUpdateChecker {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public UnguardedCollectionMutation() {
    super(FindingKind.UNGUARDED_COLLECTION_MUTATION);
  }
}
