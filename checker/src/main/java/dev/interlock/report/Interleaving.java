package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.Finding;
import dev.interlock.analysis.FindingKind;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.report.Explanation.Step;
import java.util.Optional;

/** Finds an order of steps in which an update is lost. */
final class Interleaving {
  /** The name of the run whose read and write another one comes between. */
  static final String FIRST = "A";

  /** The name of the run that comes in between. */
  static final String SECOND = "B";

  private final Snippets snippets;
  private final Finding finding;

  Interleaving(Snippets snippets, Finding finding) {
    this.snippets = snippets;
    this.finding = finding;
  }

  /** Returns three steps: A looks, B writes, A writes. */
  ImmutableList<Step> steps() {
    CodePlace write = snippets.around(finding.write().at().tree(), finding.body().unit());
    CodePlace between = between(write);
    Optional<Effect> read = finding.read();
    if (read.isEmpty()) {
      return ImmutableList.of(
          new Step(FIRST, "begins", write, ""),
          new Step(SECOND, "runs", between, "while A is halfway"),
          new Step(FIRST, "ends", write, "one of the two changes is lost"));
    }
    CodePlace look = look(read.get());
    return ImmutableList.of(
        new Step(FIRST, decides(finding) ? "checks" : "reads", look, released()),
        new Step(SECOND, "writes", between, ""),
        new Step(FIRST, "writes", write, outcome()));
  }

  /** Returns the code that reads: of {@code count++}, only the variable. */
  private CodePlace look(Effect read) {
    Tree write = finding.write().at().tree();
    Tree tree = read.at().tree();
    CompilationUnitTree file = finding.body().unit();
    if (tree != write) {
      return snippets.upTo(write, tree, file);
    }
    return snippets.of(Subject.variableOf(tree).<Tree>map(v -> v).orElse(tree), file);
  }

  private CodePlace between(CodePlace write) {
    return otherWrite(finding)
        .map(other -> snippets.around(other.point().tree(), other.body().unit()))
        .orElse(write);
  }

  /** Returns the write of the second run, unless it makes the same one. */
  static Optional<Access> otherWrite(Finding finding) {
    return finding
        .conflicting()
        .filter(other -> other.isWrite() && other != finding.write().access());
  }

  /** Returns whether the read only decides about the write, whose value comes from elsewhere. */
  static boolean decides(Finding finding) {
    return finding
        .read()
        .filter(read -> !finding.write().data().reads().contains(read))
        .isPresent();
  }

  private String released() {
    return finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION ? "then gives the lock up" : "";
  }

  private String outcome() {
    return decides(finding) ? "although the check no longer holds" : "overwrites what B wrote";
  }
}
