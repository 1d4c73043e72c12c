package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** Whether a field names one and the same object for as long as its owner lives. */
final class Steadiness {
  private Steadiness() {}

  /** Returns whether the field is assigned other than by initialisers and constructors. */
  static boolean isAssignedAgain(SourceFile file, VarSymbol field) {
    return file.usesOf(field).stream()
        .anyMatch(use -> Expressions.isAssigned(use) && !isInitialization(use));
  }

  /** Returns whether a use is made while its owner is being made. */
  static boolean isInitialization(TreePath use) {
    Tree container = SourceFile.containerOf(use).getLeaf();
    return container instanceof ClassTree
        || (container instanceof MethodTree method && ASTHelpers.getSymbol(method).isConstructor());
  }
}
