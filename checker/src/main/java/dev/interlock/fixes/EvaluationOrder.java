package dev.interlock.fixes;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;

/** What a statement evaluates first. */
final class EvaluationOrder {
  private EvaluationOrder() {}

  /**
   * Returns whether a statement evaluates an expression before all that may have an effect, and
   * whatever else is the case (JLS 15.7).
   */
  static boolean comesFirst(TreePath expression, Tree statement) {
    for (TreePath at = expression; at.getLeaf() != statement; at = at.getParentPath()) {
      if (!isEvaluated(at.getLeaf(), at.getParentPath().getLeaf())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEvaluated(Tree part, Tree whole) {
    if (whole instanceof BinaryTree binary) {
      boolean isConditional =
          binary.getKind() == Kind.CONDITIONAL_AND || binary.getKind() == Kind.CONDITIONAL_OR;
      return part == binary.getLeftOperand()
          || (!isConditional && isSimple(binary.getLeftOperand()));
    }
    if (whole instanceof MethodInvocationTree call) {
      return areSimpleBut(call.getArguments(), part);
    }
    if (whole instanceof NewClassTree made) {
      return areSimpleBut(made.getArguments(), part);
    }
    if (whole instanceof AssignmentTree assignment) {
      return assignment.getVariable() instanceof IdentifierTree;
    }
    if (whole instanceof IfTree choice) {
      return part == choice.getCondition();
    }
    return whole instanceof ParenthesizedTree
        || whole instanceof TypeCastTree
        || whole instanceof VariableTree
        || whole instanceof ReturnTree
        || whole instanceof ExpressionStatementTree;
  }

  private static boolean areSimpleBut(List<? extends ExpressionTree> arguments, Tree part) {
    return arguments.contains(part)
        && arguments.stream().allMatch(argument -> argument == part || isSimple(argument));
  }

  private static boolean isSimple(ExpressionTree expression) {
    return expression instanceof LiteralTree || expression instanceof IdentifierTree;
  }
}
