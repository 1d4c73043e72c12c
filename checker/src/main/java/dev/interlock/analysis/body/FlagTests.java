package dev.interlock.analysis.body;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;
import java.util.Optional;

/** What conditions ask of flags, and which assignments raise them. */
public final class FlagTests {
  private FlagTests() {}

  /** Returns the boolean field that must be false where a condition came out as it did. */
  public static Optional<VarSymbol> flagThatIsDown(Condition condition) {
    return condition.tree() instanceof ExpressionTree test
        ? flagThatIsDown(test, condition.outcome())
        : Optional.empty();
  }

  /** Returns the boolean field that must be false for a condition to come out so. */
  public static Optional<VarSymbol> flagThatIsDown(ExpressionTree condition, Outcome outcome) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return flagThatIsDown(not.getExpression(), negated(outcome));
    }
    if (test instanceof BinaryTree both
        && both.getKind()
            == (outcome == Outcome.TRUE ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      return flagThatIsDown(both.getLeftOperand(), outcome)
          .or(() -> flagThatIsDown(both.getRightOperand(), outcome));
    }
    return outcome == Outcome.FALSE
            && ASTHelpers.getSymbol(test) instanceof VarSymbol flag
            && flag.getKind().isField()
            && flag.type.hasTag(TypeTag.BOOLEAN)
        ? Optional.of(flag)
        : Optional.empty();
  }

  /** Returns whether a condition came out as it did only where a flag has a value. */
  public static boolean requires(Condition condition, VarSymbol flag, boolean value) {
    return condition.tree() instanceof ExpressionTree test
        && requires(test, condition.outcome(), flag, value);
  }

  private static boolean requires(
      ExpressionTree condition, Outcome outcome, VarSymbol flag, boolean value) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return requires(not.getExpression(), negated(outcome), flag, value);
    }
    return outcome == (value ? Outcome.TRUE : Outcome.FALSE)
        && flag.equals(ASTHelpers.getSymbol(test));
  }

  private static Outcome negated(Outcome outcome) {
    return switch (outcome) {
      case TRUE -> Outcome.FALSE;
      case FALSE -> Outcome.TRUE;
      case ANY -> Outcome.ANY;
    };
  }

  /** Returns whether a write assigns {@code true}. */
  public static boolean raises(Access write) {
    return write.point().tree() instanceof AssignmentTree assignment
        && Boolean.TRUE.equals(ASTHelpers.constValue(assignment.getExpression()));
  }
}
