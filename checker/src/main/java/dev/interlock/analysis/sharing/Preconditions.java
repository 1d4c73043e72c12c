package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.sharing.Precondition.Question;
import dev.interlock.analysis.sharing.Precondition.Question.HasSet;
import dev.interlock.analysis.sharing.Precondition.Question.Is;
import dev.interlock.analysis.sharing.Precondition.Question.IsInstance;
import dev.interlock.analysis.sharing.Precondition.Question.IsNull;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads off the conditions on the way to a point what they ask of the arguments of its body. */
final class Preconditions {
  private final CompilationIndex index;
  private final Map<Condition, ImmutableSet<Precondition>> known = new IdentityHashMap<>();

  Preconditions(CompilationIndex index) {
    this.index = index;
  }

  /** Returns what must hold of the arguments of {@code body} where {@code point} is reached. */
  ImmutableSet<Precondition> at(Point point, Body body) {
    if (point.control() == null) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Precondition> all = ImmutableSet.builder();
    for (Condition c = point.control(); c != null; c = c.outer()) {
      all.addAll(known.computeIfAbsent(c, condition -> of(condition, body)));
    }
    return all.build();
  }

  private ImmutableSet<Precondition> of(Condition condition, Body body) {
    ImmutableSet.Builder<Precondition> found = ImmutableSet.builder();
    if (condition.outcome() != Outcome.ANY && condition.tree() instanceof ExpressionTree test) {
      collect(test, condition.outcome() == Outcome.TRUE, body, found);
    }
    return found.build();
  }

  private void collect(
      ExpressionTree test, boolean outcome, Body body, ImmutableSet.Builder<Precondition> found) {
    ExpressionTree bare = ASTHelpers.stripParentheses(test);
    if (bare instanceof UnaryTree negation && bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      collect(negation.getExpression(), !outcome, body, found);
    } else if (bare instanceof InstanceOfTree typeTest && typeTest.getType() != null) {
      Type type = ASTHelpers.getType(typeTest.getType());
      if (type != null) {
        ask(typeTest.getExpression(), new IsInstance(type), outcome, body).ifPresent(found::add);
      }
    } else if (bare instanceof BinaryTree binary) {
      collectBinary(binary, outcome, body, found);
    } else {
      ask(bare, new Is(true), outcome, body).ifPresent(found::add);
    }
  }

  private void collectBinary(
      BinaryTree test, boolean outcome, Body body, ImmutableSet.Builder<Precondition> found) {
    switch (test.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> {
        if (outcome == (test.getKind() == Tree.Kind.CONDITIONAL_AND)) {
          collect(test.getLeftOperand(), outcome, body, found);
          collect(test.getRightOperand(), outcome, body, found);
        }
      }
      case EQUAL_TO, NOT_EQUAL_TO -> {
        boolean equal = outcome == (test.getKind() == Tree.Kind.EQUAL_TO);
        compare(test.getLeftOperand(), test.getRightOperand(), equal, body).ifPresent(found::add);
        compare(test.getRightOperand(), test.getLeftOperand(), equal, body).ifPresent(found::add);
      }
      default -> {}
    }
  }

  private Optional<Precondition> compare(
      ExpressionTree asked, ExpressionTree constant, boolean equal, Body body) {
    if (constant.getKind() == Tree.Kind.NULL_LITERAL) {
      return ask(asked, new IsNull(), equal, body);
    }
    return constantOf(constant).flatMap(value -> ask(asked, new Is(value), equal, body));
  }

  /**
   * Returns the value of a constant expression, or the symbol of an enum constant. Whole numbers of
   * all types are the same number ({@code 0L == 0}).
   */
  static Optional<Object> constantOf(ExpressionTree tree) {
    Object value = ASTHelpers.constValue(tree);
    if (value instanceof Character letter) {
      return Optional.of((long) letter);
    }
    if (value instanceof Number number) {
      boolean whole = !(value instanceof Double || value instanceof Float);
      return whole ? Optional.of(number.longValue()) : Optional.empty();
    }
    if (value != null) {
      return Optional.of(value);
    }
    Symbol symbol = ASTHelpers.getSymbol(tree);
    return symbol != null && symbol.isEnum() && symbol.getKind().isField()
        ? Optional.of(symbol)
        : Optional.empty();
  }

  /** Returns the question as one about what the body was called with, if it is one. */
  private Optional<Precondition> ask(
      ExpressionTree asked, Question question, boolean holds, Body body) {
    if (!(ASTHelpers.getSymbol(ASTHelpers.stripParentheses(asked)) instanceof VarSymbol variable)) {
      return Optional.empty();
    }
    if (body.isConstantParameter(variable)) {
      return Optional.of(new Precondition(Optional.of(variable), question, holds));
    }
    boolean set =
        (question instanceof IsNull && !holds) || (question.equals(new Is(true)) && holds);
    return set && isOfThis(asked) && isUnsetAtFirst(variable, body)
        ? Optional.of(new Precondition(Optional.empty(), new HasSet(variable), true))
        : Optional.empty();
  }

  private static boolean isOfThis(ExpressionTree field) {
    ExpressionTree bare = ASTHelpers.stripParentheses(field);
    return bare instanceof IdentifierTree || bare.toString().startsWith("this.");
  }

  /** Returns whether a new object has nothing but {@code null} or {@code false} in the field. */
  private boolean isUnsetAtFirst(VarSymbol field, Body body) {
    return field.getKind().isField()
        && !field.isStatic()
        && field.owner == body.enclosingClass()
        && index.accessesOf(field).stream()
            .filter(access -> access.isWrite() && access.body().isInitialization())
            .allMatch(access -> access.point().tree() instanceof VariableTree v && isNothing(v));
  }

  private static boolean isNothing(VariableTree field) {
    ExpressionTree value = field.getInitializer();
    return value instanceof LiteralTree literal
        && (literal.getValue() == null || literal.getValue().equals(false));
  }
}
