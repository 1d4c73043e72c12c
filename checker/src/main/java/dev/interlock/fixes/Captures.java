package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** Whether code may move into a lambda. */
final class Captures {
  private Captures() {}

  /** Returns whether all local variables that the code uses never change. */
  static boolean areFixed(Tree code) {
    return !Expressions.contains(code, Captures::isFree);
  }

  private static boolean isFree(Tree tree) {
    if (tree instanceof AssignmentTree
        || tree instanceof CompoundAssignmentTree
        || (tree instanceof UnaryTree unary && Expressions.isMutation(unary))) {
      return true;
    }
    return tree instanceof IdentifierTree
        && ASTHelpers.getSymbol(tree) instanceof VarSymbol variable
        && !variable.getKind().isField()
        && !variable.name.contentEquals("this")
        && !variable.name.contentEquals("super")
        && (variable.flags() & (Flags.FINAL | Flags.EFFECTIVELY_FINAL)) == 0;
  }

  /** Returns whether no call in the code declares a checked exception. */
  static boolean throwNothingChecked(SourceFile file, Tree code) {
    return !Expressions.contains(
        code,
        tree -> {
          Symbol called =
              tree instanceof MethodInvocationTree || tree instanceof NewClassTree
                  ? ASTHelpers.getSymbol(tree)
                  : null;
          return called instanceof MethodSymbol method
              && method.getThrownTypes().stream()
                  .anyMatch(thrown -> ASTHelpers.isCheckedExceptionType(thrown, file.state()));
        });
  }
}
