package dev.interlock.analysis.lock;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import java.util.Optional;
import org.checkerframework.errorprone.dataflow.cfg.node.AbstractNodeVisitor;
import org.checkerframework.errorprone.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.errorprone.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.BitwiseAndNode;
import org.checkerframework.errorprone.dataflow.cfg.node.BitwiseOrNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalNotNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.errorprone.dataflow.cfg.node.EqualToNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.NotEqualNode;
import org.checkerframework.errorprone.dataflow.cfg.node.NullLiteralNode;
import org.checkerframework.errorprone.dataflow.cfg.node.SwitchExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.TernaryExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.TypeCastNode;
import org.checkerframework.errorprone.dataflow.cfg.node.WideningConversionNode;

/**
 * Reads what the value of an expression tells about locks: through local variables, negation,
 * comparison with a constant, boxing, and conditional expressions.
 */
final class ConditionReader extends AbstractNodeVisitor<Condition, LockStore> {

  /** Returns what the value of {@code node} tells, evaluated in {@code store}. */
  Condition read(Node node, LockStore store) {
    return node.accept(this, store);
  }

  @Override
  public Condition visitNode(Node node, LockStore store) {
    return Condition.computed(
        constant(node)
            .map(value -> Outcomes.always(value, store.state()))
            .orElseGet(() -> Outcomes.either(store.state())));
  }

  @Override
  public Condition visitLocalVariable(LocalVariableNode node, LockStore store) {
    return constant(node).isPresent()
        ? visitNode(node, store)
        : Condition.of(node.getElement(), store.outcomes(node.getElement()));
  }

  @Override
  public Condition visitMethodInvocation(MethodInvocationNode node, LockStore store) {
    Tree tree = node.getTree();
    if (tree != null && store.values().containsKey(tree)) {
      return Condition.of(tree, store.outcomes(tree));
    }
    if (node.getInSource()) {
      return visitNode(node, store);
    }
    String method = node.getTarget().getMethod().getSimpleName().toString();
    if (method.equals("valueOf")) {
      return read(node.getArgument(0), store);
    }
    return method.endsWith("Value")
        ? read(node.getTarget().getReceiver(), store)
        : visitNode(node, store);
  }

  @Override
  public Condition visitAssignment(AssignmentNode node, LockStore store) {
    return read(
        node.getTarget() instanceof LocalVariableNode ? node.getTarget() : node.getExpression(),
        store);
  }

  @Override
  public Condition visitTernaryExpression(TernaryExpressionNode node, LockStore store) {
    return read(node.getTernaryExpressionVar(), store);
  }

  @Override
  public Condition visitSwitchExpressionNode(SwitchExpressionNode node, LockStore store) {
    return read(node.getSwitchExpressionVar(), store);
  }

  @Override
  public Condition visitWideningConversion(WideningConversionNode node, LockStore store) {
    return read(node.getOperand(), store);
  }

  @Override
  public Condition visitTypeCast(TypeCastNode node, LockStore store) {
    return losesBits(node) ? visitNode(node, store) : read(node.getOperand(), store);
  }

  @Override
  public Condition visitConditionalNot(ConditionalNotNode node, LockStore store) {
    return read(node.getOperand(), store).negated();
  }

  @Override
  public Condition visitEqualTo(EqualToNode node, LockStore store) {
    return comparison(node, store);
  }

  @Override
  public Condition visitNotEqual(NotEqualNode node, LockStore store) {
    return comparison(node, store).negated();
  }

  @Override
  public Condition visitConditionalAnd(ConditionalAndNode node, LockStore store) {
    return Condition.of(node.getTree(), store.outcomes(node.getTree()));
  }

  @Override
  public Condition visitConditionalOr(ConditionalOrNode node, LockStore store) {
    return Condition.of(node.getTree(), store.outcomes(node.getTree()));
  }

  @Override
  public Condition visitBitwiseAnd(BitwiseAndNode node, LockStore store) {
    if (!isBoolean(node)) {
      return visitNode(node, store);
    }
    Outcomes left = read(node.getLeftOperand(), store).outcomes();
    Outcomes right = read(node.getRightOperand(), store).outcomes();
    return Condition.computed(left.and(right));
  }

  @Override
  public Condition visitBitwiseOr(BitwiseOrNode node, LockStore store) {
    if (!isBoolean(node)) {
      return visitNode(node, store);
    }
    Outcomes left = read(node.getLeftOperand(), store).outcomes();
    Outcomes right = read(node.getRightOperand(), store).outcomes();
    return Condition.computed(left.negated().and(right.negated()).negated());
  }

  /** Returns {@code a == b}, if one of them is a constant that splits the values of the other. */
  private Condition comparison(BinaryOperationNode node, LockStore store) {
    Optional<Boolean> left = constant(node.getLeftOperand());
    Optional<Boolean> right = constant(node.getRightOperand());
    if (left.isPresent() == right.isPresent()) {
      return Condition.computed(Outcomes.either(store.state()));
    }
    Node value = left.isPresent() ? node.getRightOperand() : node.getLeftOperand();
    boolean constant = left.or(() -> right).orElseThrow();
    Condition condition = read(value, store);
    if (!constant) {
      return condition.negated();
    }
    return isBoolean(value)
        ? condition
        : Condition.computed(new Outcomes(condition.outcomes().whenTrue(), store.state()));
  }

  private static boolean losesBits(TypeCastNode cast) {
    return switch (cast.getType().getKind()) {
      case INT, SHORT, BYTE, CHAR, FLOAT -> true;
      default -> false;
    };
  }

  /** Returns whether {@code node} can be a condition. */
  static boolean isBoolean(Node node) {
    return switch (node.getType().getKind()) {
      case BOOLEAN -> true;
      case DECLARED -> node.getType().toString().equals("java.lang.Boolean");
      default -> false;
    };
  }

  /** Returns whether a constant is true, not zero, not null; empty if the node is no constant. */
  private static Optional<Boolean> constant(Node node) {
    if (node instanceof WideningConversionNode widening) {
      return constant(widening.getOperand());
    }
    if (node instanceof NullLiteralNode) {
      return Optional.of(false);
    }
    Tree tree = node.getTree();
    Object value = tree == null ? null : ASTHelpers.constValue(tree);
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue() != 0);
    }
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }
}
