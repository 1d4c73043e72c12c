package dev.interlock.analysis.callgraph;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Finds out whether code uses the opposite of a call's result. */
final class Negations {
  private Negations() {}

  static boolean isNegated(Tree call, Tree around) {
    boolean[] negated = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        negated[0] |=
            tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
                && ASTHelpers.stripParentheses(tree.getExpression()) == call;
        return super.visitUnary(tree, null);
      }
    }.scan(around, null);
    return negated[0];
  }
}
