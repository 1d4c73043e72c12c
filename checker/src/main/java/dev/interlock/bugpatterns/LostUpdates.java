package dev.interlock.bugpatterns;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
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
import dev.interlock.library.InvalidModelException;
import dev.interlock.library.ModelFiles;
import dev.interlock.report.Explainer;
import dev.interlock.report.MessageText;
import dev.interlock.report.OneKindPerLine;
import dev.interlock.util.CompilerLog;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lost updates of one compilation that are to be told, and how: put together from the options
 * when the first check asks, and kept in javac's {@link Context}.
 */
final class LostUpdates {
  private static final Context.Key<LostUpdates> KEY = new Context.Key<>();

  private final Function<CompilationUnitTree, ImmutableListMultimap<Tree, Finding>> findings;
  private final Map<CompilationUnitTree, ImmutableListMultimap<Tree, Finding>> found =
      new IdentityHashMap<>();
  private final Explainer explainer;
  private final InternalFailures failures;

  private LostUpdates(
      Function<CompilationUnitTree, ImmutableListMultimap<Tree, Finding>> findings,
      Explainer explainer,
      InternalFailures failures) {
    this.findings = findings;
    this.explainer = explainer;
    this.failures = failures;
  }

  /** Returns those of the compilation that a check is part of. */
  static LostUpdates of(VisitorState state) {
    LostUpdates known = state.context.get(KEY);
    if (known == null) {
      known = create(state.context, state.errorProneOptions());
      state.context.put(KEY, known);
    }
    return known;
  }

  /** A mistake in the options fails the compilation, here and once; then nothing is found. */
  private static LostUpdates create(Context context, ErrorProneOptions errorProne) {
    Explainer explainer = new Explainer(context);
    try {
      Options options = Options.parse(errorProne.getFlags());
      InternalFailures failures = new InternalFailures(context, options.debug());
      ConcurrencyAnalysis analysis =
          ConcurrencyAnalysis.instance(context, ModelFiles.load(options.models()), failures);
      Set<FindingKind> enabled = EnabledChecks.of(errorProne);
      boolean all = options.report() == ReportLevel.SUSPECTED;
      return new LostUpdates(
          file -> OneKindPerLine.choose(told(analysis.findingsIn(file), all), enabled),
          explainer,
          failures);
    } catch (InvalidOptionException | InvalidModelException e) {
      CompilerLog.error(context, Strings.nullToEmpty(e.getMessage()));
      return new LostUpdates(
          file -> ImmutableListMultimap.of(), explainer, new InternalFailures(context, false));
    }
  }

  /** Leaves out what is merely suspected, unless that is asked for. */
  private static List<Finding> told(List<Finding> findings, boolean all) {
    return findings.stream()
        .filter(finding -> all || finding.confidence() != Confidence.SUSPECTED)
        .toList();
  }

  /** Returns the lost update of this kind that is to be told at {@code tree}, a tree of a file. */
  Optional<Finding> at(Tree tree, FindingKind kind, CompilationUnitTree file) {
    return found.computeIfAbsent(file, findings).get(tree).stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst();
  }

  /** Returns what to say about a finding; empty if we fail to explain it. */
  Optional<String> message(Finding finding, VisitorState state) {
    Optional<String> fix =
        guarded("the fix of", finding, () -> fixes(state).advice(finding, state))
            .orElse(Optional.empty());
    return guarded(
        "the explanation of", finding, () -> MessageText.of(explainer.explain(finding, fix)));
  }

  /** Returns the fixes of a finding; none if we fail to make them. */
  List<Fix> fixes(Finding finding, VisitorState state) {
    return guarded("the fix of", finding, () -> fixes(state).fixesFor(finding, state))
        .orElse(ImmutableList.of());
  }

  private static FixChooser fixes(VisitorState state) {
    return FixChooser.instance(state.context);
  }

  private <T> Optional<T> guarded(String what, Finding finding, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      failures.accept(new Skipped(what + " a finding in " + finding.body(), failure));
      return Optional.empty();
    }
  }
}
