package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.analysis.ConcurrencyAnalysis.Skipped;
import dev.interlock.analysis.verdict.Confidence;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.config.InvalidOptionException;
import dev.interlock.config.Options;
import dev.interlock.config.ReportLevel;
import dev.interlock.fixes.FixChooser;
import dev.interlock.fixes.TextPatch;
import dev.interlock.library.InvalidModelException;
import dev.interlock.library.ModelFiles;
import dev.interlock.report.Explainer;
import dev.interlock.report.Explanation;
import dev.interlock.report.FindingIdentity;
import dev.interlock.report.MessageText;
import dev.interlock.report.OneKindPerLine;
import dev.interlock.report.Result;
import dev.interlock.report.baseline.InvalidBaselineException;
import dev.interlock.util.CompilationEnd;
import dev.interlock.util.CompilerLog;
import dev.interlock.util.LargeStack;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The lost updates of one compilation that are to be told, and how: put together from the options
 * when the first check asks, and kept in javac's {@link Context}.
 */
final class LostUpdates {
  private static final Context.Key<Optional<LostUpdates>> KEY = new Context.Key<>();

  private final ConcurrencyAnalysis analysis;
  private final Set<FindingKind> enabled;
  private final ReportLevel level;
  private final Explainer explainer;
  private final InternalFailures failures;
  private final CompilationReport report;
  private final Optional<UnusedSuppressions> suppressions;
  private final Map<CompilationUnitTree, ImmutableListMultimap<Tree, Finding>> found =
      new IdentityHashMap<>();

  /**
   * What to say at the place of a finding.
   *
   * @param message empty if we fail to explain it
   */
  record Telling(Optional<String> message, ImmutableList<Fix> fixes) {}

  private LostUpdates(Context context, Options options, Set<FindingKind> enabled) {
    this.enabled = enabled;
    this.level = options.report();
    this.explainer = new Explainer(context);
    this.failures = new InternalFailures(context, options.debug());
    this.analysis =
        ConcurrencyAnalysis.instance(context, ModelFiles.load(options.models()), failures);
    this.report = new CompilationReport(context, options.outputs(), enabled, failures);
    this.suppressions =
        options.outputs().unusedSuppressions()
            ? Optional.of(new UnusedSuppressions(context, enabled))
            : Optional.empty();
  }

  /**
   * Returns those of the compilation that a check is part of. A mistake in the options fails the
   * compilation, here and once; then there are none.
   */
  static Optional<LostUpdates> of(VisitorState state) {
    Optional<LostUpdates> known = state.context.get(KEY);
    if (known == null) {
      known = create(state.context, state.errorProneOptions());
      state.context.put(KEY, known);
    }
    return known;
  }

  private static Optional<LostUpdates> create(Context context, ErrorProneOptions errorProne) {
    try {
      LostUpdates updates =
          new LostUpdates(
              context, Options.parse(errorProne.getFlags()), EnabledChecks.of(errorProne));
      CompilationEnd.then(
          context, () -> updates.guarded("the report", () -> updates.report.finish()));
      return Optional.of(updates);
    } catch (InvalidOptionException | InvalidModelException | InvalidBaselineException e) {
      CompilerLog.error(context, Strings.nullToEmpty(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Looks at a file before any of its findings is asked for. */
  void visit(CompilationUnitTree file) {
    if (!found.containsKey(file)) {
      findingsIn(file);
      report.add(file);
      suppressions.ifPresent(
          unused ->
              guarded(
                  "the suppressions in a file",
                  () -> {
                    if (!failures.happened()) {
                      unused.tell(file, findingsIn(file).values());
                    }
                  }));
    }
  }

  private ImmutableListMultimap<Tree, Finding> findingsIn(CompilationUnitTree file) {
    ImmutableListMultimap<Tree, Finding> known = found.get(file);
    if (known == null) {
      known = OneKindPerLine.choose(told(analysis.findingsIn(file)), enabled);
      found.put(file, known);
    }
    return known;
  }

  /** Leaves out what is merely suspected, unless that is asked for. */
  private ImmutableList<Finding> told(ImmutableList<Finding> findings) {
    return findings.stream()
        .filter(f -> level == ReportLevel.SUSPECTED || f.confidence() != Confidence.SUSPECTED)
        .collect(toImmutableList());
  }

  /** Returns whether any lost update is found at {@code tree}, a tree of a file. */
  boolean areAt(Tree tree, CompilationUnitTree file) {
    return findingsIn(file).containsKey(tree);
  }

  /** Returns the lost update of this kind that is found at {@code tree}, a tree of a file. */
  Optional<Finding> at(Tree tree, FindingKind kind, CompilationUnitTree file) {
    return findingsIn(file).get(tree).stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst();
  }

  /** Notes a finding, and returns what to say at its place; empty if it is accepted. */
  Optional<Telling> tell(Finding finding, SeverityLevel severity, VisitorState state) {
    boolean accepted = report.accepts(finding);
    Optional<Explanation> explanation =
        accepted && !report.needsExplanations() ? Optional.empty() : explain(finding, state);
    report.add(
        new Result(
            FindingIdentity.of(finding),
            severity,
            CompilationReport.sourceOf(finding),
            ((JCTree) finding.tree()).getPreferredPosition(),
            explanation,
            report.needsExplanations() ? patch(finding, state) : Optional.empty(),
            accepted));
    return accepted
        ? Optional.empty()
        : Optional.of(new Telling(explanation.map(MessageText::of), fixes(finding, state)));
  }

  private Optional<Explanation> explain(Finding finding, VisitorState state) {
    Optional<String> fix =
        guarded("the fix of", finding, () -> fixes(state).advice(finding, state))
            .orElse(Optional.empty());
    return guarded("the explanation of", finding, () -> explainer.explain(finding, fix));
  }

  private ImmutableList<Fix> fixes(Finding finding, VisitorState state) {
    return guarded("the fix of", finding, () -> fixes(state).fixesFor(finding, state))
        .orElse(ImmutableList.of());
  }

  private Optional<TextPatch> patch(Finding finding, VisitorState state) {
    return guarded("the fix of", finding, () -> fixes(state).textPatchFor(finding, state))
        .orElse(Optional.empty());
  }

  private static FixChooser fixes(VisitorState state) {
    return FixChooser.instance(state.context);
  }

  private <T> Optional<T> guarded(String what, Finding finding, Supplier<T> step) {
    return guarded(what + " a finding in " + finding.body(), step);
  }

  private void guarded(String what, Runnable step) {
    Optional<Boolean> unused =
        guarded(
            what,
            () -> {
              step.run();
              return true;
            });
  }

  /** Takes a step of ours whose failure must not fail the build; empty if it fails. */
  private <T> Optional<T> guarded(String what, Supplier<T> step) {
    try {
      return Optional.of(LargeStack.call(step));
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
      failures.accept(new Skipped(what, failure));
      return Optional.empty();
    }
  }
}
