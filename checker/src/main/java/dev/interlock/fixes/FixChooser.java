package dev.interlock.fixes;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.ConcurrencyAnalysis;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.config.FixFamily;
import dev.interlock.config.Options;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives each finding its fixes. The patches of a file are planned together when the first of its
 * findings asks. A patch goes to the first finding of those that it is for; the others get none, as
 * no two fixes of one run may overlap. After it comes the patch of the other family, atomic or
 * lock, if there is one: Error Prone applies the first and shows both.
 */
public final class FixChooser {
  private static final Context.Key<FixChooser> KEY = new Context.Key<>();

  private final Map<Object, Plans> plans = new IdentityHashMap<>();
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
    Plans known = plansOf(state);
    return ownPatch(finding, known).stream()
        .flatMap(best -> Stream.concat(Stream.of(best), known.otherFamily(best, finding).stream()))
        .map(patch -> patch.edits().toFix(patch.description()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the first of the fixes as changes of the text; empty if there is none. */
  public Optional<TextPatch> textPatchFor(Finding finding, VisitorState state) {
    return ownPatch(finding, plansOf(state))
        .map(patch -> new TextPatch(patch.description(), patch.edits().toText()));
  }

  private Optional<Patch> ownPatch(Finding finding, Plans known) {
    return known
        .best()
        .patchFor(finding)
        .filter(patch -> owners.computeIfAbsent(patch, p -> finding) == finding);
  }

  /**
   * Returns what the patches that fix a finding, be it under another finding, do to the code, in
   * one line.
   */
  public Optional<String> advice(Finding finding, VisitorState state) {
    Plans known = plansOf(state);
    return known
        .best()
        .patchFor(finding)
        .map(
            best ->
                best.description()
                    + known
                        .otherFamily(best, finding)
                        .map(
                            other ->
                                ", or "
                                    + Ascii.toLowerCase(other.description().charAt(0))
                                    + other.description().substring(1))
                        .orElse(""));
  }

  private Plans plansOf(VisitorState state) {
    Object unit = state.getPath().getCompilationUnit();
    Plans known = plans.get(unit);
    if (known == null) {
      known = new Plans(state);
      plans.put(unit, known);
    }
    return known;
  }

  /** The patches of one file: those to be applied, and for each family on demand. */
  private static final class Plans {
    private final VisitorState state;
    private final Map<FixFamily, FilePlan> byFamily = new EnumMap<>(FixFamily.class);

    Plans(VisitorState state) {
      this.state = state;
    }

    FilePlan best() {
      return of(options().fix());
    }

    Optional<Patch> otherFamily(Patch best, Finding finding) {
      FixFamily other = best.isLock() ? FixFamily.ATOMIC : FixFamily.MUTEX;
      return of(other).patchFor(finding).filter(patch -> patch.isLock() != best.isLock());
    }

    private Options options() {
      return Options.parse(state.errorProneOptions().getFlags());
    }

    private FilePlan of(FixFamily family) {
      return byFamily.computeIfAbsent(family, this::plan);
    }

    private FilePlan plan(FixFamily family) {
      Optional<SourceFile> file = SourceFile.of(state);
      Optional<ConcurrencyAnalysis> analysis = ConcurrencyAnalysis.existing(state.context);
      return file.isEmpty() || analysis.isEmpty()
          ? FilePlan.NONE
          : FilePlan.of(
              file.get(),
              inSourceOrder(analysis.get().findingsIn(state.getPath().getCompilationUnit())),
              family,
              options().longAdder());
    }

    private static ImmutableList<Finding> inSourceOrder(ImmutableList<Finding> findings) {
      return ImmutableList.sortedCopyOf(
          Comparator.comparingInt(finding -> ((JCTree) finding.tree()).pos), findings);
    }
  }
}
