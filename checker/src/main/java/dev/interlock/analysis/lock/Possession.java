package dev.interlock.analysis.lock;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.FlagTests;
import dev.interlock.analysis.body.Root;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tells that somebody has an object to himself: a flag that is up, or a reference to the owner
 * that is not {@code null}.
 */
final class Possession {
  private Possession() {}

  /** Returns whether a write, seen by itself, takes possession. */
  static boolean isTaken(Access write) {
    return FlagTests.raises(write)
        || (write.kind() == Access.Kind.WRITE
            && write.location().variable().filter(Possession::isReference).isPresent()
            && write.point().tree() instanceof AssignmentTree assignment
            && !isNull(assignment.getExpression()));
  }

  /** Returns whether a write takes possession for the thread that makes it, and does only that. */
  static boolean isMarked(Access write) {
    return FlagTests.raises(write)
        || write.written().paths().stream()
            .anyMatch(
                path ->
                    path.selectors().isEmpty()
                        && path.root() instanceof Root.Result thread
                        && thread.call().method().getSimpleName().contentEquals("currentThread"));
  }

  /** Returns whether a write, seen by itself, gives possession up. */
  static boolean isGivenUp(Access write) {
    return write.kind() == Access.Kind.WRITE
        && write.point().tree() instanceof AssignmentTree assignment
        && (Boolean.FALSE.equals(ASTHelpers.constValue(assignment.getExpression()))
            || isNull(assignment.getExpression()));
  }

  static boolean isReference(VarSymbol variable) {
    return !variable.type.isPrimitive();
  }

  /**
   * Returns whether a condition comes out so only where nobody has taken possession, or the one who
   * asks has done so before.
   */
  static boolean requiresFree(ExpressionTree condition, boolean outcome, VarSymbol place) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return requiresFree(not.getExpression(), !outcome, place);
    }
    if (!(test instanceof BinaryTree binary)) {
      return !outcome
          && symbol(test).filter(place::equals).isPresent()
          && place.type.hasTag(TypeTag.BOOLEAN);
    }
    ExpressionTree left = binary.getLeftOperand();
    ExpressionTree right = binary.getRightOperand();
    return switch (binary.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR ->
          outcome == (binary.getKind() == Tree.Kind.CONDITIONAL_AND)
              ? requiresFree(left, outcome, place) || requiresFree(right, outcome, place)
              : (asksForOwner(right) && requiresFree(left, outcome, place))
                  || (asksForOwner(left) && requiresFree(right, outcome, place));
      case EQUAL_TO -> outcome && isComparison(left, right, place);
      case NOT_EQUAL_TO -> !outcome && isComparison(left, right, place);
      default -> false;
    };
  }

  private static boolean isComparison(ExpressionTree left, ExpressionTree right, VarSymbol place) {
    return (isNull(right) && symbol(left).filter(place::equals).isPresent())
        || (isNull(left) && symbol(right).filter(place::equals).isPresent());
  }

  private static boolean asksForOwner(ExpressionTree condition) {
    return ASTHelpers.stripParentheses(condition) instanceof BinaryTree test
        && ownerAsked(test).isPresent();
  }

  /** Returns the field of which {@code owner == me}, or {@code owner != me}, asks whose it is. */
  static Optional<VarSymbol> ownerAsked(BinaryTree test) {
    ExpressionTree left = test.getLeftOperand();
    ExpressionTree right = test.getRightOperand();
    return (test.getKind() == Tree.Kind.EQUAL_TO || test.getKind() == Tree.Kind.NOT_EQUAL_TO)
            && !isNull(left)
            && !isNull(right)
        ? Stream.of(symbol(left), symbol(right))
            .flatMap(Optional::stream)
            .filter(variable -> variable.getKind().isField() && isReference(variable))
            .findFirst()
        : Optional.empty();
  }

  private static Optional<VarSymbol> symbol(ExpressionTree operand) {
    return ASTHelpers.getSymbol(ASTHelpers.stripParentheses(operand)) instanceof VarSymbol variable
        ? Optional.of(variable)
        : Optional.empty();
  }

  private static boolean isNull(ExpressionTree operand) {
    return ASTHelpers.stripParentheses(operand).getKind() == Tree.Kind.NULL_LITERAL;
  }
}
