package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an object comes from that a field got through constructors of the file. */
final class Origins {
  private static final int MAX_DEPTH = 4;

  private Origins() {}

  /** Returns the variable that the object was made for; {@code variable} itself if unknown. */
  static VarSymbol of(SourceFile file, VarSymbol variable) {
    return find(file, variable, 0).orElse(variable);
  }

  private static Optional<VarSymbol> find(SourceFile file, VarSymbol variable, int depth) {
    Optional<VariableTree> declaration =
        file.declarationOf(variable).map(path -> (VariableTree) path.getLeaf());
    if (declaration.isEmpty() || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (declaration.get().getInitializer() != null) {
      return Optional.of(variable);
    }
    Set<VarSymbol> sources = new LinkedHashSet<>();
    for (TreePath use : file.usesOf(variable)) {
      if (use.getParentPath().getLeaf() instanceof AssignmentTree write
          && write.getVariable() == use.getLeaf()) {
        Optional<VarSymbol> source = ofParameter(file, write.getExpression(), use, depth);
        if (source.isEmpty()) {
          return Optional.empty();
        }
        sources.add(source.get());
      }
    }
    return sources.size() == 1 ? Optional.of(sources.iterator().next()) : Optional.empty();
  }

  /** Follows a value that is a field, or a parameter of a constructor to what callers give. */
  private static Optional<VarSymbol> ofParameter(
      SourceFile file, ExpressionTree value, TreePath at, int depth) {
    MethodTree constructor = ASTHelpers.findEnclosingNode(at, MethodTree.class);
    if (constructor == null || constructor.getReturnType() != null || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    MethodSymbol called = ASTHelpers.getSymbol(constructor);
    int index = called.getParameters().indexOf(ASTHelpers.getSymbol(value));
    if (index < 0) {
      return Optional.empty();
    }
    Set<VarSymbol> sources = new LinkedHashSet<>();
    for (Tree call : Expressions.find(file.unit(), t -> isCallOf(t, called))) {
      ExpressionTree given = argumentsOf(call).get(index);
      Optional<VarSymbol> source =
          ASTHelpers.getSymbol(given) instanceof VarSymbol variable
              ? variable.getKind().isField()
                  ? find(file, variable, depth + 1)
                  : ofParameter(file, given, file.path(call), depth + 1)
              : Optional.empty();
      if (source.isEmpty()) {
        return Optional.empty();
      }
      sources.add(source.get());
    }
    return sources.size() == 1 ? Optional.of(sources.iterator().next()) : Optional.empty();
  }

  private static boolean isCallOf(Tree tree, MethodSymbol constructor) {
    return (tree instanceof NewClassTree || tree instanceof MethodInvocationTree)
        && ASTHelpers.getSymbol(tree) == constructor;
  }

  private static List<? extends ExpressionTree> argumentsOf(Tree call) {
    return call instanceof NewClassTree made
        ? made.getArguments()
        : ((MethodInvocationTree) call).getArguments();
  }
}
