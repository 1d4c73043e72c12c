package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;
import java.util.Objects;

/**
 * An {@code if} of whose first branch nothing is left, since its condition makes the update: the
 * condition is turned round, and the other branch is the only one.
 */
record InvertedDecision(SourceFile file, Edits edits, IfTree decision) {

  /** Returns whether {@code last} is all that the first of two branches does. */
  static boolean isFor(SourceFile file, IfTree decision, TreePath last) {
    StatementTree then = decision.getThenStatement();
    StatementTree other = decision.getElseStatement();
    boolean isAll =
        then == last.getLeaf()
            || (then instanceof BlockTree block
                && block.getStatements().size() == 1
                && block.getStatements().get(0) == last.getLeaf());
    return isAll
        && other != null
        && !(other instanceof IfTree)
        && file.comments().in(file.start(then), file.start(other)).isEmpty();
  }

  /**
   * Leaves the other branch only.
   *
   * @param isCall whether the condition is no more than a call after all edits
   */
  void write(boolean isCall) {
    ExpressionTree condition = ((ParenthesizedTree) decision.getCondition()).getExpression();
    if (isCall) {
      edits.insert(file.start(condition), "!");
    } else {
      invert(condition);
    }
    StatementTree other = Objects.requireNonNull(decision.getElseStatement());
    edits.replace(file.start(decision.getThenStatement()), file.start(other), "");
  }

  private void invert(ExpressionTree condition) {
    if (condition instanceof BinaryTree comparison && isOfWholeNumbers(comparison)) {
      edits.replace(
          file.end(comparison.getLeftOperand()),
          file.start(comparison.getRightOperand()),
          " " + opposite(comparison.getKind()) + " ");
      return;
    }
    boolean isBinary = Expressions.needsParentheses(condition);
    edits.insert(file.start(condition), isBinary ? "!(" : "!");
    if (isBinary) {
      edits.close(file.end(condition), ")");
    }
  }

  /** What is not a number is neither less nor greater, nor the same. */
  private static boolean isOfWholeNumbers(BinaryTree comparison) {
    return !opposite(comparison.getKind()).isEmpty()
        && isWhole(ASTHelpers.getType(comparison.getLeftOperand()))
        && isWhole(ASTHelpers.getType(comparison.getRightOperand()));
  }

  private static boolean isWhole(Type type) {
    return type != null
        && switch (type.getTag()) {
          case BYTE, CHAR, SHORT, INT, LONG -> true;
          default -> false;
        };
  }

  private static String opposite(Tree.Kind kind) {
    return switch (kind) {
      case LESS_THAN -> ">=";
      case LESS_THAN_EQUAL -> ">";
      case GREATER_THAN -> "<=";
      case GREATER_THAN_EQUAL -> "<";
      case EQUAL_TO -> "!=";
      case NOT_EQUAL_TO -> "==";
      default -> "";
    };
  }
}
