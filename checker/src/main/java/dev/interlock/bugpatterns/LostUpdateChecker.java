package dev.interlock.bugpatterns;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.AssignmentTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.CompoundAssignmentTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MemberReferenceTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.NewClassTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.UnaryTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.interlock.analysis.verdict.Confidence;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import java.util.Optional;

/** What the checks have in common: they report the findings of one kind, at the tree at hand. */
abstract class LostUpdateChecker extends BugChecker
    implements AssignmentTreeMatcher,
        CompilationUnitTreeMatcher,
        CompoundAssignmentTreeMatcher,
        MemberReferenceTreeMatcher,
        MethodInvocationTreeMatcher,
        NewClassTreeMatcher,
        UnaryTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** The name by which all checks together are suppressed, or given another severity. */
  static final String ALL_CHECKS = "Interlock";

  private final FindingKind kind;

  LostUpdateChecker(FindingKind kind) {
    this.kind = kind;
  }

  @Override
  public final Description matchAssignment(AssignmentTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public final Description matchCompoundAssignment(
      CompoundAssignmentTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public final Description matchMemberReference(MemberReferenceTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public final Description matchMethodInvocation(MethodInvocationTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public final Description matchNewClass(NewClassTree tree, VisitorState state) {
    return match(tree, state);
  }

  @Override
  public final Description matchUnary(UnaryTree tree, VisitorState state) {
    return match(tree, state);
  }

  /** Has the options checked even where nothing can be found. */
  @Override
  public final Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
    LostUpdates.of(state).ifPresent(updates -> updates.visit(tree));
    return Description.NO_MATCH;
  }

  private Description match(Tree tree, VisitorState state) {
    Optional<LostUpdates> updates = LostUpdates.of(state);
    return updates.isPresent() && updates.get().areAt(tree, state.getPath().getCompilationUnit())
        ? match(tree, updates.get(), state).orElse(Description.NO_MATCH)
        : Description.NO_MATCH; // as for nearly every tree: this is asked for all of them
  }

  private Optional<Description> match(Tree tree, LostUpdates updates, VisitorState state) {
    return updates
        .at(tree, kind, state.getPath().getCompilationUnit())
        .filter(finding -> !GeneratedCode.contains(state.getPath()))
        .flatMap(finding -> describe(finding, updates, state));
  }

  @SuppressWarnings("RestrictedApi")
  private Optional<Description> describe(Finding finding, LostUpdates updates, VisitorState state) {
    SeverityLevel severity = severityOf(finding, state);
    return updates
        .tell(finding, severity, state)
        .map(
            telling -> {
              Description.Builder description = buildDescription(finding.tree());
              telling.message().ifPresent(description::setMessage);
              return description.overrideSeverity(severity).addAllFixes(telling.fixes()).build();
            });
  }

  /** A severity that the flags ask for is left as it is; else a finding has its own. */
  private SeverityLevel severityOf(Finding finding, VisitorState state) {
    return finding.confidence() != Confidence.CERTAIN && !EnabledChecks.isGraded(kind, state)
        ? SeverityLevel.WARNING
        : state.severityMap().getOrDefault(canonicalName(), defaultSeverity());
  }
}
