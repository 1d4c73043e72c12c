package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.interlock.analysis.verdict.Finding;
import java.util.List;

/**
 * A copy that was made before the section gave its lock away, to await something, is made
 * afterwards, when it is to be used.
 */
record FreshRead() implements Remedy {

  @Override
  public Patch patch(SourceFile file, ImmutableList<Subject> subjects) {
    Subject subject = Remedy.only(subjects);
    Edits edits = new Edits(file);
    for (Finding finding : subject.findings()) {
      moveDown(file, edits, finding);
    }
    Refusal.unless(!edits.isEmpty(), "nothing is read too early");
    return new Patch(
        "Read '" + subject.variable().name + "' after the lock was given away, not before",
        subjects,
        edits,
        true,
        ImmutableSet.of());
  }

  private static void moveDown(SourceFile file, Edits edits, Finding finding) {
    Refusal.unless(finding.read().isPresent(), "no read");
    TreePath read = file.path(finding.read().get().at().tree());
    TreePath from = Statements.listed(read).orElseThrow(() -> new Refusal("not in a block"));
    TreePath to =
        Statements.listed(file.path(finding.tree()))
            .orElseThrow(() -> new Refusal("not in a block"));
    if (!(from.getLeaf() instanceof VariableTree copy)) {
      throw new Refusal("the read is not copied into a variable of its own");
    }
    List<StatementTree> list = Statements.listAround(from);
    int first = list.indexOf(copy);
    int last = list.indexOf(to.getLeaf());
    Refusal.unless(first + 1 < last, "nothing is between the read and the write");
    Tree section =
        WrittenSection.around(file, from).orElseThrow(() -> new Refusal("no section")).tree();
    Refusal.unless(
        WrittenSection.around(file, to).filter(s -> s.tree() == section).isPresent(),
        "in different sections");
    List<StatementTree> between = list.subList(first + 1, last);
    Refusal.unless(between.stream().anyMatch(Awaiting::isIn), "the lock is not given away");
    Refusal.unless(!Awaiting.isIn(to.getLeaf()), "the lock is given away at the write");
    Symbol variable = ASTHelpers.getSymbol(copy);
    Refusal.unless(
        Looks.isCopy(copy)
            && between.stream()
                .noneMatch(s -> Expressions.contains(s, t -> ASTHelpers.getSymbol(t) == variable)),
        "what was read is used before");
    Refusal.unless(
        file.isFirstOnLine(copy) && file.isFirstOnLine(to.getLeaf()),
        "the statements have no lines of their own");
    String lines = edits.cutLines(file.startWithComments(copy), file.lineEnd(file.end(copy)) + 1);
    edits.insert(file.startWithComments(to.getLeaf()), lines);
  }
}
