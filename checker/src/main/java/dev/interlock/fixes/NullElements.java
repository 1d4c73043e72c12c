package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether {@code null} gets into a collection, or is asked for, as the source code says itself. */
record NullElements(SourceFile file) {

  /** Returns whether a call on the collection is given an expression that may be {@code null}. */
  boolean mayBeIn(VarSymbol collection) {
    return file.usesOf(collection).stream().anyMatch(this::isGivenNull);
  }

  private boolean isGivenNull(TreePath use) {
    return use.getParentPath().getLeaf() instanceof MemberSelectTree select
        && select.getExpression() == use.getLeaf()
        && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
        && !select.getIdentifier().contentEquals("sort")
        && call.getArguments().stream().anyMatch(this::mayBeNull);
  }

  private boolean mayBeNull(ExpressionTree value) {
    return Expressions.strip(value) instanceof IdentifierTree name
        ? ASTHelpers.getSymbol(name) instanceof VarSymbol variable
            && (isNullable(variable) || isGivenNull(variable))
        : saysNull(value);
  }

  /** Returns whether a local variable gets a value of which the code says that it may be null. */
  private boolean isGivenNull(VarSymbol variable) {
    Optional<Tree> declaration = file.declarationOf(variable).map(TreePath::getLeaf);
    boolean starts =
        declaration
            .filter(VariableTree.class::isInstance)
            .map(tree -> ((VariableTree) tree).getInitializer())
            .filter(this::saysNull)
            .isPresent();
    return !variable.getKind().isField()
        && (starts
            || file.usesOf(variable).stream()
                .map(use -> use.getParentPath().getLeaf())
                .anyMatch(
                    tree ->
                        tree instanceof AssignmentTree write
                            && ASTHelpers.getSymbol(write.getVariable()) == variable
                            && saysNull(write.getExpression())));
  }

  private boolean saysNull(@Nullable ExpressionTree value) {
    if (value == null) {
      return false;
    }
    ExpressionTree plain = Expressions.strip(value);
    if (plain instanceof ConditionalExpressionTree choice) {
      return saysNull(choice.getTrueExpression()) || saysNull(choice.getFalseExpression());
    }
    if (plain instanceof TypeCastTree cast) {
      return saysNull(cast.getExpression());
    }
    return plain.getKind() == Tree.Kind.NULL_LITERAL
        || (plain instanceof MethodInvocationTree call && isNullable(ASTHelpers.getSymbol(call)));
  }

  private static boolean isNullable(Symbol symbol) {
    return symbol.getAnnotationMirrors().stream()
            .anyMatch(annotation -> isNullable(annotation.type.tsym.getSimpleName().toString()))
        || symbol.type.getAnnotationMirrors().stream()
            .anyMatch(annotation -> isNullable(annotation.type.tsym.getSimpleName().toString()));
  }

  private static boolean isNullable(String annotation) {
    return annotation.equals("Nullable") || annotation.equals("CheckForNull");
  }
}
