package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what was read under another stamp into the section of a write stamp.
 *
 * @param section the section
 * @param taking the statement that takes the write stamp
 */
record StampedText(SourceFile file, Edits edits, TryTree section, StatementTree taking) {

  /** Refuses a stamp that is used for more than the two sections. */
  void checkIsOnlyStamp(StatementTree taken, StatementTree end) {
    Refusal.unless(taken instanceof VariableTree, "a stamp that was used before");
    for (TreePath use : file.usesOf(ASTHelpers.getSymbol(taken))) {
      Tree name = use.getLeaf();
      Refusal.unless(
          isIn(name, end) || isIn(name, taking) || isIn(name, section.getFinallyBlock()),
          "the stamp is used elsewhere");
    }
  }

  private boolean isIn(Tree inner, Tree outer) {
    return file.start(outer) <= file.start(inner) && file.end(inner) <= file.end(outer);
  }

  /**
   * Moves statements into the section.
   *
   * @param taken the statement that gets the other stamp
   * @param end the statement that gives it back, or looks whether it is still good
   * @param body what reads under the other stamp: inside of {@code end}, or before it
   * @param late statements after it that need what was read
   */
  void moveIn(
      StatementTree taken,
      StatementTree end,
      ImmutableList<StatementTree> body,
      ImmutableList<StatementTree> late) {
    List<? extends StatementTree> inside = section.getBlock().getStatements();
    Refusal.unless(
        !inside.isEmpty()
            && file.isFirstOnLine(inside.get(0))
            && file.isFirstOnLine(taking)
            && body.stream().allMatch(file::isFirstOnLine)
            && late.stream().allMatch(file::isFirstOnLine),
        "the statements have no lines of their own");
    StringBuilder text = new StringBuilder();
    StringBuilder declared = new StringBuilder();
    boolean isInside = end instanceof TryTree;
    for (StatementTree copy : body) {
      String lines =
          isInside ? file.text().substring(above(copy), below(copy)) : cut(copy, declared);
      text.append(isInside ? lines : file.indented(lines));
    }
    int from = above(end);
    edits.cutLines(from, below(end));
    edits.delete(taken);
    late.forEach(local -> text.append(file.indented(cut(local, declared))));
    if (taking instanceof ExpressionStatementTree) {
      VariableTree stamp = (VariableTree) taken;
      declared.append(file.text(stamp.getType())).append(' ');
    }
    edits.insert(file.start(taking), declared.toString());
    edits.insert(file.lineStart(file.start(inside.get(0))), text.toString());
  }

  private int above(StatementTree statement) {
    return file.startWithComments(statement);
  }

  private int below(StatementTree statement) {
    return file.lineEnd(file.end(statement)) + 1;
  }

  /** Takes a statement out; what it declares for others than the section is declared before. */
  private String cut(StatementTree statement, StringBuilder declared) {
    String lines = edits.cutLines(above(statement), below(statement));
    if (!(statement instanceof VariableTree local) || !isUsedLater(local)) {
      return lines;
    }
    Refusal.unless(
        !file.text(local).startsWith("var ") && local.getModifiers().getFlags().isEmpty(),
        "the declaration cannot be split");
    declared
        .append(file.text(local.getType()))
        .append(' ')
        .append(local.getName())
        .append(";")
        .append(file.lineBreak())
        .append(file.indentAt(file.start(taking)));
    int start = file.start(local) - above(local);
    int name = Migration.nameEnd(file, local) - above(local);
    return lines.substring(0, start) + local.getName() + lines.substring(name);
  }

  private boolean isUsedLater(VariableTree local) {
    return file.usesOf(ASTHelpers.getSymbol(local)).stream()
        .anyMatch(use -> file.start(use.getLeaf()) > file.end(section));
  }

  /** Returns the local variables that statements declare or give a value. */
  static Set<Symbol> assignedIn(List<StatementTree> statements) {
    Set<Symbol> assigned = new HashSet<>();
    for (StatementTree statement : statements) {
      if (statement instanceof VariableTree) {
        assigned.add(ASTHelpers.getSymbol(statement));
      } else if (statement instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof AssignmentTree write) {
        assigned.add(ASTHelpers.getSymbol(write.getVariable()));
      }
    }
    return assigned;
  }

  static boolean mentions(Tree code, Set<Symbol> variables) {
    return Expressions.contains(
        code, t -> t instanceof IdentifierTree && variables.contains(ASTHelpers.getSymbol(t)));
  }
}
