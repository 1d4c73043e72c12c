package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.config.Outputs;
import dev.interlock.report.FindingIdentity;
import dev.interlock.report.Result;
import dev.interlock.report.Summary;
import dev.interlock.report.baseline.Baseline;
import dev.interlock.report.baseline.BaselineUpdate;
import dev.interlock.report.sarif.SarifFile;
import dev.interlock.report.sarif.SarifLog;
import dev.interlock.util.ClassOutput;
import dev.interlock.util.CompilerLog;
import dev.interlock.util.TextFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one compilation found, gathered file by file and told when it ends: the baseline, the SARIF
 * file and the summary. None of them can fail the build.
 */
final class CompilationReport {
  /** So many lines of a list are shown. */
  private static final int MAX_LINES = 10;

  private final Context context;
  private final Outputs outputs;
  private final InternalFailures failures;
  private final Optional<Baseline> baseline;
  private final Optional<BaselineUpdate> update;
  private final List<Result> results = new ArrayList<>();

  /**
   * Reads the baseline.
   *
   * @param enabled the kinds of findings whose checks are on
   */
  CompilationReport(
      Context context, Outputs outputs, Set<FindingKind> enabled, InternalFailures failures) {
    this.context = context;
    this.outputs = outputs;
    this.failures = failures;
    ImmutableSet<String> checks =
        enabled.stream().map(FindingIdentity::checkOf).collect(toImmutableSet());
    // A baseline that is about to be written need not be there.
    this.baseline =
        outputs.writeBaseline().isPresent()
            ? Optional.empty()
            : outputs.baseline().map(file -> Baseline.read(file, checks));
    this.update = outputs.writeBaseline().map(file -> new BaselineUpdate(file, checks));
  }

  /** Notes that a file is checked. */
  void add(CompilationUnitTree file) {
    URI source = file.getSourceFile().toUri();
    String packageName = file.getPackageName() == null ? "" : String.valueOf(file.getPackageName());
    baseline.ifPresent(b -> b.add(source, packageName));
    update.ifPresent(u -> u.add(source, packageName));
  }

  /** Returns whether a finding is accepted, and so not to be told. */
  boolean accepts(Finding finding) {
    return update.isPresent()
        || baseline
            .filter(b -> b.accepts(FindingIdentity.of(finding), sourceOf(finding)))
            .isPresent();
  }

  /** Returns whether results are written that explain each finding. */
  boolean needsExplanations() {
    return outputs.sarif().isPresent();
  }

  void add(Result result) {
    results.add(result);
    update.ifPresent(u -> u.add(result.identity(), result.file()));
  }

  static URI sourceOf(Finding finding) {
    return finding.body().unit().getSourceFile().toUri();
  }

  /** Writes and tells it all. */
  void finish() {
    ImmutableList<Result> all =
        results.stream()
            .sorted(
                Comparator.comparing(Result::file)
                    .thenComparing(Result::position)
                    .thenComparing(Result::identity))
            .collect(toImmutableList());
    update.ifPresent(this::writeBaseline);
    baseline.filter(b -> !failures.happened()).ifPresent(this::tellOutdated);
    outputs
        .sarif()
        .map(to -> SarifFile.of(to, ClassOutput.of(context)))
        .ifPresent(file -> writeSarif(file, all));
    if (outputs.summary() && update.isEmpty()) {
      summarise(all);
    }
  }

  private void writeBaseline(BaselineUpdate changes) {
    Path file = outputs.writeBaseline().orElseThrow();
    try {
      BaselineUpdate.Outcome outcome = changes.write();
      CompilerLog.note(
          context,
          "wrote the baseline %s: %d accepted, %d of them new, %d gone%s"
              .formatted(
                  file,
                  outcome.size(),
                  outcome.added(),
                  outcome.removed().size(),
                  list(outcome.removed())));
    } catch (IOException e) {
      CompilerLog.warning(context, "could not write the baseline %s: %s".formatted(file, e));
    }
  }

  private void tellOutdated(Baseline accepted) {
    ImmutableList<String> outdated = accepted.outdated();
    if (!outdated.isEmpty()) {
      CompilerLog.note(
          context,
          "finds no more what the baseline %s accepts; delete from it:%s"
              .formatted(outputs.baseline().orElseThrow(), list(outdated)));
    }
  }

  private void writeSarif(Path file, ImmutableList<Result> all) {
    SarifLog log =
        new SarifLog(
            Rules.version(),
            Rules.all(),
            outputs.root(),
            baseline.isPresent() || update.isPresent());
    try {
      TextFiles.write(file, log.of(all));
    } catch (IOException e) {
      CompilerLog.warning(context, "could not write the SARIF file %s: %s".formatted(file, e));
    }
  }

  private void summarise(ImmutableList<Result> all) {
    String summary = Summary.of(all);
    if (!summary.isEmpty()) {
      CompilerLog.note(context, summary + ListLimit.hint(context, all));
    }
  }

  /** Returns lines below the first one, which javac indents. */
  private static String list(ImmutableList<String> lines) {
    StringBuilder list = new StringBuilder();
    lines.stream().limit(MAX_LINES).forEach(line -> list.append('\n').append(line));
    return lines.size() <= MAX_LINES
        ? list.toString()
        : list + "\nand %d more".formatted(lines.size() - MAX_LINES);
  }
}
