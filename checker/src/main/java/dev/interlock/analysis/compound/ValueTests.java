package dev.interlock.analysis.compound;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conditions ask of values that were looked up. */
final class ValueTests {
  private static final int MAX_DEPTH = 4;

  private ValueTests() {}

  /** Returns whether a value was computed from what {@code read} read, directly or by calls. */
  static boolean dependsOn(Value value, Access read) {
    return dependsOn(value, read, MAX_DEPTH);
  }

  private static boolean dependsOn(Value value, Access read, int depth) {
    for (Dependency dependency : value.dependencies()) {
      if (dependency.equals(new Dependency.OnRead(read))) {
        return true;
      }
      if (dependency instanceof Dependency.OnResult result && depth > 0) {
        Call call = result.call();
        if (dependsOn(call.receiver(), read, depth - 1)
            || call.arguments().stream().anyMatch(a -> dependsOn(a, read, depth - 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether a value was computed from the result of {@code call}, directly or by calls. */
  static boolean dependsOn(Value value, Call call) {
    return dependsOn(value, call, MAX_DEPTH);
  }

  private static boolean dependsOn(Value value, Call call, int depth) {
    for (Dependency dependency : value.dependencies()) {
      if (dependency instanceof Dependency.OnResult result
          && (result.call() == call
              || (depth > 0
                  && Stream.concat(
                          Stream.of(result.call().receiver()), result.call().arguments().stream())
                      .anyMatch(operand -> dependsOn(operand, call, depth - 1))))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a condition asks whether two numbers are equal, neither of them a constant. */
  static boolean comparesNumbers(Tree condition) {
    return condition instanceof ExpressionTree expression
        && ASTHelpers.stripParentheses(expression) instanceof BinaryTree test
        && (test.getKind() == Tree.Kind.EQUAL_TO || test.getKind() == Tree.Kind.NOT_EQUAL_TO)
        && isVariableNumber(test.getLeftOperand())
        && isVariableNumber(test.getRightOperand());
  }

  private static boolean isVariableNumber(ExpressionTree operand) {
    Type type = ASTHelpers.getType(operand);
    return type != null && type.isNumeric() && ASTHelpers.constValue(operand) == null;
  }

  /** Returns whether a condition asks more of the value that was read than whether there is one. */
  static boolean looksInside(Tree condition, Access read) {
    if (!(condition instanceof ExpressionTree expression)) {
      return true;
    }
    ExpressionTree test = ASTHelpers.stripParentheses(expression);
    if (test instanceof UnaryTree negation && test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return looksInside(negation.getExpression(), read);
    }
    if (test instanceof BinaryTree binary) {
      switch (test.getKind()) {
        case CONDITIONAL_AND, CONDITIONAL_OR -> {
          return looksInside(binary.getLeftOperand(), read)
              || looksInside(binary.getRightOperand(), read);
        }
        case EQUAL_TO, NOT_EQUAL_TO -> {
          if (isNull(binary.getLeftOperand()) || isNull(binary.getRightOperand())) {
            return false;
          }
        }
        default -> {}
      }
    }
    return mentions(test, read);
  }

  private static boolean isNull(ExpressionTree operand) {
    return ASTHelpers.stripParentheses(operand).getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** Returns whether an expression contains the read, or a variable that keeps what it read. */
  private static boolean mentions(ExpressionTree expression, Access read) {
    Set<Symbol> names = namesOf(read);
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        found[0] |= tree == read.point().tree();
        return super.scan(tree, null);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found[0] |= names.contains(ASTHelpers.getSymbol(tree));
        return null;
      }
    }.scan(expression, null);
    return found[0];
  }

  /** Returns whether a function tests what it is called with. */
  static boolean decidesByParameter(Body function) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitConditionalExpression(
          ConditionalExpressionTree tree, @Nullable Void unused) {
        found[0] |= names(tree.getCondition(), function);
        return super.visitConditionalExpression(tree, null);
      }

      @Override
      public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        found[0] |= names(tree.getCondition(), function);
        return super.visitIf(tree, null);
      }
    }.scan(function.tree(), null);
    return found[0];
  }

  private static boolean names(ExpressionTree test, Body function) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found[0] |= function.parameters().contains(ASTHelpers.getSymbol(tree));
        return null;
      }
    }.scan(test, null);
    return found[0];
  }

  private static Set<Symbol> namesOf(Access read) {
    Set<Symbol> names = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        if (contains(tree.getInitializer(), read.point().tree())) {
          names.add(ASTHelpers.getSymbol(tree));
        }
        return super.visitVariable(tree, null);
      }
    }.scan(read.body().tree(), null);
    return names;
  }

  private static boolean contains(@Nullable Tree whole, Tree part) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        found[0] |= tree == part;
        return found[0] ? null : super.scan(tree, null);
      }
    }.scan(whole, null);
    return found[0];
  }
}
