package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What calls of the file's own methods do in their turn. */
final class OwnCalls {
  private OwnCalls() {}

  /** Returns whether {@code tree} calls a method or constructor that the file declares. */
  static boolean isOwn(SourceFile file, Tree tree) {
    Symbol called =
        tree instanceof MethodInvocationTree || tree instanceof NewClassTree
            ? ASTHelpers.getSymbol(tree)
            : null;
    return called != null && file.declarationOf(called).isPresent();
  }

  /** Returns whether {@code tree} is a call that, as far as the file shows, uses the variable. */
  static boolean touches(SourceFile file, Tree tree, ExpressionTree variable) {
    return touches(file, tree, ASTHelpers.getSymbol(variable));
  }

  static boolean touches(SourceFile file, Tree tree, @Nullable Symbol variable) {
    return touches(file, tree, variable, use -> true);
  }

  /** Returns whether {@code tree} is a call that uses the variable in a way that counts. */
  static boolean touches(
      SourceFile file, Tree tree, @Nullable Symbol variable, Predicate<Tree> counts) {
    return touches(file, tree, variable, counts, new HashSet<>());
  }

  private static boolean touches(
      SourceFile file,
      Tree tree,
      @Nullable Symbol variable,
      Predicate<Tree> counts,
      Set<Symbol> seen) {
    if (!(tree instanceof MethodInvocationTree || tree instanceof NewClassTree)) {
      return false;
    }
    Symbol called = ASTHelpers.getSymbol(tree);
    if (called == null || !seen.add(called)) {
      return false;
    }
    TreePath declaration = file.declarationOf(called).orElse(null);
    return declaration != null
        && Expressions.contains(
            declaration.getLeaf(),
            t ->
                (t != declaration.getLeaf()
                        && ASTHelpers.getSymbol(t) == variable
                        && counts.test(t))
                    || touches(file, t, variable, counts, seen));
  }
}
