package dev.interlock.analysis.lock;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the value of an expression that has just been evaluated tells about locks: through
 * local variables, negation, comparison with a constant, and conditional expressions.
 */
final class ConditionReader extends SimpleTreeVisitor<Condition, LockStore> {

  /** Returns what the value of {@code expression} tells, evaluated in {@code store}. */
  Condition read(ExpressionTree expression, LockStore store) {
    return expression.accept(this, store);
  }

  @Override
  protected Condition defaultAction(Tree tree, LockStore store) {
    return Condition.computed(
        constant(tree)
            .map(value -> Outcomes.always(value, store.state()))
            .orElseGet(() -> Outcomes.either(store.state())));
  }

  @Override
  public Condition visitParenthesized(ParenthesizedTree tree, LockStore store) {
    return read(tree.getExpression(), store);
  }

  @Override
  public Condition visitIdentifier(IdentifierTree tree, LockStore store) {
    VarSymbol variable = localVariable(tree);
    return variable == null || constant(tree).isPresent()
        ? defaultAction(tree, store)
        : Condition.of(variable, store.outcomes(variable));
  }

  @Override
  public Condition visitMethodInvocation(MethodInvocationTree tree, LockStore store) {
    return store.values().containsKey(tree)
        ? Condition.of(tree, store.outcomes(tree))
        : defaultAction(tree, store);
  }

  @Override
  public Condition visitAssignment(AssignmentTree tree, LockStore store) {
    return read(
        localVariable(tree.getVariable()) != null ? tree.getVariable() : tree.getExpression(),
        store);
  }

  @Override
  public Condition visitCompoundAssignment(CompoundAssignmentTree tree, LockStore store) {
    return read(tree.getVariable(), store);
  }

  @Override
  public Condition visitConditionalExpression(ConditionalExpressionTree tree, LockStore store) {
    return Condition.of(tree, store.outcomes(tree));
  }

  @Override
  public Condition visitSwitchExpression(SwitchExpressionTree tree, LockStore store) {
    return Condition.of(tree, store.outcomes(tree));
  }

  @Override
  public Condition visitTypeCast(TypeCastTree tree, LockStore store) {
    return losesBits(tree) ? defaultAction(tree, store) : read(tree.getExpression(), store);
  }

  @Override
  public Condition visitUnary(UnaryTree tree, LockStore store) {
    return tree.getKind() == Kind.LOGICAL_COMPLEMENT
        ? read(tree.getExpression(), store).negated()
        : defaultAction(tree, store);
  }

  @Override
  public Condition visitBinary(BinaryTree tree, LockStore store) {
    if (store.values().containsKey(tree)) {
      return Condition.of(tree, store.outcomes(tree));
    }
    return switch (tree.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> Condition.of(tree, store.outcomes(tree));
      case EQUAL_TO -> comparison(tree, store);
      case NOT_EQUAL_TO -> comparison(tree, store).negated();
      case AND, OR ->
          isBoolean(tree)
              ? Condition.computed(
                  combined(
                      tree.getKind(),
                      read(tree.getLeftOperand(), store),
                      read(tree.getRightOperand(), store)))
              : defaultAction(tree, store);
      default -> defaultAction(tree, store);
    };
  }

  /** Returns what {@code left & right}, or {@code left | right}, tells. */
  static Outcomes combined(Kind kind, Condition left, Condition right) {
    return kind == Kind.AND
        ? left.outcomes().and(right.outcomes())
        : left.outcomes().negated().and(right.outcomes().negated()).negated();
  }

  /** Returns {@code a == b}, if one of them is a constant that splits the values of the other. */
  private Condition comparison(BinaryTree tree, LockStore store) {
    Optional<Boolean> left = constant(tree.getLeftOperand());
    Optional<Boolean> right = constant(tree.getRightOperand());
    if (left.isPresent() == right.isPresent()) {
      return Condition.computed(Outcomes.either(store.state()));
    }
    ExpressionTree value = left.isPresent() ? tree.getRightOperand() : tree.getLeftOperand();
    boolean constant = left.or(() -> right).orElseThrow();
    Condition condition = read(value, store);
    if (!constant) {
      return condition.negated();
    }
    return isBoolean(value)
        ? condition
        : Condition.computed(new Outcomes(condition.outcomes().whenTrue(), store.state()));
  }

  private static boolean losesBits(TypeCastTree cast) {
    return switch (ASTHelpers.getType(cast).getKind()) {
      case INT, SHORT, BYTE, CHAR, FLOAT -> true;
      default -> false;
    };
  }

  /** Returns whether {@code expression} can be a condition. */
  static boolean isBoolean(ExpressionTree expression) {
    Type type = ASTHelpers.getType(expression);
    return type != null
        && (type.hasTag(TypeTag.BOOLEAN)
            || (type.tsym != null
                && type.tsym.getQualifiedName().contentEquals("java.lang.Boolean")));
  }

  /** Returns the local variable or parameter that an expression names, if it does. */
  static @Nullable VarSymbol localVariable(ExpressionTree expression) {
    Symbol symbol =
        ASTHelpers.stripParentheses(expression) instanceof IdentifierTree name
            ? ASTHelpers.getSymbol(name)
            : null;
    return symbol instanceof VarSymbol variable && !variable.getKind().isField() ? variable : null;
  }

  /** Returns whether a constant is true, not zero, not null; empty if it is no constant. */
  private static Optional<Boolean> constant(Tree tree) {
    if (tree.getKind() == Kind.NULL_LITERAL) {
      return Optional.of(false);
    }
    Object value = tree instanceof ExpressionTree ? ASTHelpers.constValue(tree) : null;
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue() != 0);
    }
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }
}
