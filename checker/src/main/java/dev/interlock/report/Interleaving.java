package dev.interlock.report;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;
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

  /** Returns three steps of which the one in the middle comes between the others. */
  ImmutableList<Step> steps() {
    CodePlace write = snippets.around(finding.write().at().tree(), finding.body().unit());
    return switch (Form.of(finding)) {
      case COMPUTES -> update("reads", write, "overwrites what B wrote");
      case DECIDES -> update("checks", write, "although the check no longer holds");
      case WAITS -> update("checks", write, "without another check");
      case PUBLISHES ->
          ImmutableList.of(
              new Step(SECOND, "begins", write, "stores the reference first"),
              new Step(FIRST, "checks", look(finding.read().orElseThrow()), "and uses the object"),
              new Step(SECOND, "ends", write, "too late for A"));
      case DISCARDS -> update("reads", write, "what B wrote is gone unread");
      case NUMBERS -> numbers(finding.read().orElseThrow(), write);
      case MUTATES ->
          ImmutableList.of(
              new Step(FIRST, "begins", write, ""),
              new Step(SECOND, "runs", between(write), "while A is halfway"),
              new Step(FIRST, "ends", write, "one of the two changes is lost"));
      case OVERWRITES ->
          ImmutableList.of(
              new Step(SECOND, "begins", between(write), "reads the old value"),
              new Step(FIRST, "writes", write, ""),
              new Step(SECOND, "ends", between(write), "overwrites what A wrote"));
      case PAIRS ->
          ImmutableList.of(
              new Step(FIRST, "writes", look(finding.read().orElseThrow()), released()),
              new Step(SECOND, "reads", both(write), "the two do not agree"),
              new Step(FIRST, "writes", write, "too late for B"));
    };
  }

  private ImmutableList<Step> update(String look, CodePlace write, String outcome) {
    return ImmutableList.of(
        new Step(FIRST, look, look(finding.read().orElseThrow()), released()),
        new Step(SECOND, "writes", between(write), ""),
        new Step(FIRST, "writes", write, outcome));
  }

  private ImmutableList<Step> numbers(Effect read, CodePlace write) {
    return isLast(read, finding)
        ? ImmutableList.of(
            new Step(FIRST, "counts", write, released()),
            new Step(SECOND, "counts", between(write), ""),
            new Step(FIRST, "asks", look(read), "is told the number of B"))
        : ImmutableList.of(
            new Step(FIRST, "asks", look(read), released()),
            new Step(SECOND, "counts", between(write), "with the number of A"),
            new Step(FIRST, "counts", write, "too late for B"));
  }

  /** Returns whether code reads after it has written. */
  static boolean isLast(Effect read, Finding finding) {
    return read.at().order() > finding.write().at().order();
  }

  /** Returns the two variables, wherever they are read. */
  private CodePlace both(CodePlace write) {
    String variables =
        Subject.nameOf(finding.read().orElseThrow(), finding)
            + ", "
            + Subject.nameOf(finding.write(), finding);
    return new CodePlace(write.file(), 0, 0, variables);
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

  private String released() {
    return finding.kind() == FindingKind.SPLIT_CRITICAL_SECTION
            && !finding.write().locks().isEmpty()
        ? "then gives the lock up"
        : "";
  }
}
