package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.config.Options;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each finding its fix. The patches of a file are planned together when the first of its
 * findings asks. A patch goes to the first finding of those that it is for; the others get none, as
 * no two fixes of one run may overlap.
 */
public final class FixChooser {
  private static final Context.Key<FixChooser> KEY = new Context.Key<>();

  private final Map<Object, FilePlan> plans = new IdentityHashMap<>();
  private final Map<Patch, Finding> owners = new IdentityHashMap<>();

  private FixChooser() {}

  /** Returns the chooser of the compilation that {@code context} belongs to. */
  public static FixChooser instance(Context context) {
    FixChooser chooser = context.get(KEY);
    if (chooser == null) {
      chooser = new FixChooser();
      context.put(KEY, chooser);
    }
    return chooser;
  }

  /**
   * Returns the fixes of a finding in the file that {@code state} is in, the best first. The short
   * description of each says what it does.
   */
  public ImmutableList<Fix> fixesFor(Finding finding, VisitorState state) {
    return ownPatch(finding, state)
        .map(patch -> ImmutableList.<Fix>of(patch.edits().toFix(patch.description())))
        .orElse(ImmutableList.of());
  }

  /** Returns the changes of the text that {@link #fixesFor} makes; empty if there is no fix. */
  public ImmutableList<TextEdit> editsFor(Finding finding, VisitorState state) {
    return ownPatch(finding, state).map(patch -> patch.edits().toText()).orElse(ImmutableList.of());
  }

  private Optional<Patch> ownPatch(Finding finding, VisitorState state) {
    return planOf(state)
        .patchFor(finding)
        .filter(patch -> owners.computeIfAbsent(patch, p -> finding) == finding);
  }

  /** Returns what the patch that fixes a finding, be it under another finding, does to the code. */
  public Optional<String> advice(Finding finding, VisitorState state) {
    return planOf(state).patchFor(finding).map(Patch::description);
  }

  private FilePlan planOf(VisitorState state) {
    Object unit = state.getPath().getCompilationUnit();
    FilePlan known = plans.get(unit);
    if (known != null) {
      return known;
    }
    FilePlan plan = plan(state);
    plans.put(unit, plan);
    return plan;
  }

  private static FilePlan plan(VisitorState state) {
    Optional<SourceFile> file = SourceFile.of(state);
    Optional<ConcurrencyAnalysis> analysis = ConcurrencyAnalysis.existing(state.context);
    return file.isEmpty() || analysis.isEmpty()
        ? FilePlan.NONE
        : FilePlan.of(
            file.get(),
            inSourceOrder(analysis.get().findingsIn(state.getPath().getCompilationUnit())),
            Options.parse(state.errorProneOptions().getFlags()).fix());
  }

  private static ImmutableList<Finding> inSourceOrder(ImmutableList<Finding> findings) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparingInt(finding -> ((JCTree) finding.tree()).pos),
        Iterables.filter(findings, finding -> !finding.isPublication()));
  }
}
