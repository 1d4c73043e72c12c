package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;

/** What gives a lock away for a while, though the critical section goes on. */
final class Awaiting {
  private static final ImmutableSet<String> METHODS =
      ImmutableSet.of("await", "awaitNanos", "awaitUninterruptibly", "awaitUntil", "wait");

  private Awaiting() {}

  static boolean isIn(Tree code) {
    return Expressions.contains(
        code,
        tree ->
            tree instanceof MethodInvocationTree call
                && METHODS.contains(ASTHelpers.getSymbol(call).getSimpleName().toString()));
  }
}
