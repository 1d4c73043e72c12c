package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

/** Loops that do nothing but wait for their condition to end. */
final class BusyWaiting {
  private static final ImmutableSet<String> PAUSES =
      ImmutableSet.of("onSpinWait", "yield", "sleep", "parkNanos", "park");

  private BusyWaiting() {}

  /** Returns whether a statement lets time pass and does nothing else. */
  static boolean isOnly(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return block.getStatements().stream().allMatch(BusyWaiting::isOnly);
    }
    if (statement instanceof TryTree attempt) {
      return attempt.getResources().isEmpty() && isOnly(attempt.getBlock());
    }
    return statement instanceof EmptyStatementTree
        || (statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && isPause(ASTHelpers.getSymbol(call)));
  }

  private static boolean isPause(MethodSymbol method) {
    String owner = method.owner.getQualifiedName().toString();
    return PAUSES.contains(method.getSimpleName().toString())
        && (owner.equals("java.lang.Thread")
            || owner.equals("java.util.concurrent.locks.LockSupport"));
  }
}
