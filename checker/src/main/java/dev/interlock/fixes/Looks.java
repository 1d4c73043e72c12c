package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.util.Backports;
import org.jspecify.annotations.Nullable;

/** Code that looks at variables and containers and changes nothing. */
final class Looks {
  private Looks() {}

  /** Returns whether a statement does nothing but copy what it looks at into a local variable. */
  static boolean isCopy(StatementTree statement) {
    if (statement instanceof VariableTree copy) {
      return isLook(copy.getInitializer());
    }
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree write
        && ASTHelpers.getSymbol(write.getVariable()) instanceof VarSymbol variable
        && !variable.getKind().isField()
        && isLook(write.getExpression());
  }

  /** Returns whether evaluating an expression changes nothing, as far as names tell. */
  static boolean isLook(@Nullable ExpressionTree expression) {
    return Expressions.isPure(expression, Looks::isKnown);
  }

  private static boolean isKnown(Tree tree) {
    if (ASTHelpers.getSymbol(tree) instanceof VarSymbol) {
      return !(tree instanceof MemberSelectTree select) || isLook(select.getExpression());
    }
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && isOfCollection(call)
        && Escapes.isNameOfLook(select.getIdentifier().toString())
        && isLook(select.getExpression())
        && call.getArguments().stream().allMatch(Looks::isLook);
  }

  private static boolean isOfCollection(MethodInvocationTree call) {
    return Backports.enclosingPackage(ASTHelpers.getSymbol(call))
        .getQualifiedName()
        .toString()
        .startsWith("java.util");
  }
}
