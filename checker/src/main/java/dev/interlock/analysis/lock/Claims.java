package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.body.Selector;
import dev.interlock.library.MethodEffect.Returns;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has to itself because it won an atomic exchange: of all that try {@code
 * started.compareAndSet(false, true)}, {@code !started.getAndSet(true)} or {@code
 * pending.getAndIncrement() == 0}, one goes on; of all that try {@code claims.putIfAbsent(key, me)
 * == null}, one for each key.
 */
public final class Claims {
  private Claims() {}

  /**
   * A won exchange, and the condition that asks for it.
   *
   * @param orBefore whether the thread may have won it before, and owns it since
   */
  public record Claim(Access exchange, Condition condition, boolean orBefore) {}

  /** Returns the exchanges that the thread must have won when it comes to {@code point}. */
  public static ImmutableList<Claim> at(Point point, LockFacts facts) {
    if (point.control() == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Claim> claims = ImmutableList.builder();
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (c.outcome() != Outcome.ANY && c.tree() instanceof ExpressionTree test) {
        for (Dependency dependency : c.value().dependencies()) {
          if (dependency instanceof Dependency.OnRead read
              && read.read().kind() == Access.Kind.UPDATE
              && read.read().through().isPresent()
              && (facts.isAtomic(read.read()) || facts.isInsertion(read.read()))
              && isWon(test, c.outcome() == Outcome.TRUE, read.read())) {
            claims.add(new Claim(read.read(), c, isOrOwned(test)));
          }
        }
      }
    }
    return claims.build();
  }

  /** Returns the exchanges that the thread must have won, once for each time it gets to a call. */
  public static ImmutableList<Claim> ofOne(Call call, LockFacts facts) {
    return at(call.point(), facts).stream()
        .filter(claim -> facts.isAtomic(claim.exchange()))
        .filter(claim -> !repeats(call.point(), claim.exchange()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns whether a place is for those alone to whom a call, such as one that tries an exchange,
   * has answered {@code false}.
   */
  public static boolean isRefused(Tree call, Point point) {
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (c.outcome() != Outcome.ANY && c.tree() instanceof ExpressionTree test) {
        boolean outcome = c.outcome() == Outcome.TRUE;
        ExpressionTree asked = ASTHelpers.stripParentheses(test);
        while (asked.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
          asked = ASTHelpers.stripParentheses(((UnaryTree) asked).getExpression());
          outcome = !outcome;
        }
        if (asked == call) {
          return !outcome;
        }
      }
    }
    return false;
  }

  private static boolean repeats(Point point, Access exchange) {
    for (Loop loop = point.loop(); loop != null; loop = loop.outer()) {
      if (!exchange.point().isInside(loop.tree())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code test} comes out as {@code outcome} only for who wins the exchange. */
  private static boolean isWon(ExpressionTree test, boolean outcome, Access exchange) {
    if (test instanceof ParenthesizedTree parenthesized) {
      return isWon(parenthesized.getExpression(), outcome, exchange);
    }
    if (test instanceof UnaryTree unary && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return isWon(unary.getExpression(), !outcome, exchange);
    }
    if (test instanceof BinaryTree binary) {
      return switch (binary.getKind()) {
        case CONDITIONAL_AND -> outcome && isWonInOne(binary, true, exchange);
        case CONDITIONAL_OR ->
            outcome ? isWonOrOwned(binary, exchange) : isWonInOne(binary, false, exchange);
        case EQUAL_TO -> outcome && isComparison(binary, exchange);
        case NOT_EQUAL_TO -> !outcome && isComparison(binary, exchange);
        default -> false;
      };
    }
    if (test == exchange.point().tree()) {
      return exchange.isConditional()
          ? outcome && (isDeparture(test) || isInOrder(exchange) || isAddition(exchange))
          : !outcome && sets(test);
    }
    return test instanceof IdentifierTree && exchange.isConditional() && outcome;
  }

  private static boolean isOrOwned(ExpressionTree test) {
    return ASTHelpers.stripParentheses(test) instanceof BinaryTree either
        && either.getKind() == Tree.Kind.CONDITIONAL_OR;
  }

  /** {@code owner == me || CAS(null, me)}: the thread has won before, or does so now. */
  private static boolean isWonOrOwned(BinaryTree test, Access exchange) {
    return (isThreadTest(test.getLeftOperand()) && isWon(test.getRightOperand(), true, exchange))
        || (isThreadTest(test.getRightOperand()) && isWon(test.getLeftOperand(), true, exchange));
  }

  private static boolean isThreadTest(ExpressionTree test) {
    return ASTHelpers.stripParentheses(test) instanceof BinaryTree binary
        && binary.getKind() == Tree.Kind.EQUAL_TO
        && (isThread(binary.getLeftOperand()) || isThread(binary.getRightOperand()));
  }

  private static boolean isThread(ExpressionTree operand) {
    Type type = ASTHelpers.getType(operand);
    return type != null && type.tsym.getQualifiedName().contentEquals("java.lang.Thread");
  }

  private static boolean isWonInOne(BinaryTree test, boolean outcome, Access exchange) {
    return isWon(test.getLeftOperand(), outcome, exchange)
        || isWon(test.getRightOperand(), outcome, exchange);
  }

  /**
   * Returns whether the outcome of the exchange is compared with one value that one thread gets.
   */
  private static boolean isComparison(BinaryTree test, Access exchange) {
    Tree call = exchange.point().tree();
    return (isResult(test.getLeftOperand(), call) && isConstant(test.getRightOperand()))
        || (isResult(test.getRightOperand(), call) && isConstant(test.getLeftOperand()));
  }

  private static boolean isResult(ExpressionTree operand, Tree call) {
    return ASTHelpers.stripParentheses(operand) == call;
  }

  /** Returns whether an operand is the same value each time: a literal, or a name for one. */
  private static boolean isConstant(ExpressionTree operand) {
    return operand.getKind() == Tree.Kind.NULL_LITERAL
        || ASTHelpers.constValue(operand) != null
        || (ASTHelpers.getSymbol(operand) instanceof VarSymbol named
            && named.isStatic()
            && (named.flags() & Flags.FINAL) != 0);
  }

  /**
   * Returns whether a compare-and-set leaves the state in which everybody may come, or enters one
   * that lets nobody else in. To take a mark away keeps nobody from setting it again, and whoever
   * replaces what there was by something new, like the next number, is followed by others.
   */
  private static boolean isDeparture(ExpressionTree call) {
    ExpressionTree expected = argument(call, -2);
    ExpressionTree value = argument(call, -1);
    return expected != null
        && value != null
        && (isConstant(expected) || isConstant(value))
        && !Boolean.TRUE.equals(ASTHelpers.constValue(expected));
  }

  /** {@code set.add(key)}: one thread is told that the key was not there. */
  private static boolean isAddition(Access exchange) {
    return exchange.location().last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE)
        && exchange
            .through()
            .flatMap(Call::model)
            .filter(model -> model.effects(Returns.class).isEmpty())
            .isPresent();
  }

  /**
   * Returns whether an exchange is tried only where the value to be replaced is less than another,
   * or greater: the next one has its turn when that is so again, as after a tick of a clock.
   */
  private static boolean isInOrder(Access exchange) {
    Set<Dependency> replaced = new HashSet<>();
    exchange.through().stream()
        .flatMap(call -> call.arguments().stream())
        .flatMap(argument -> argument.dependencies().stream())
        .filter(Dependency.OnRead.class::isInstance)
        .forEach(replaced::add);
    for (Condition c = exchange.point().control(); c != null; c = c.outer()) {
      if (c.isOrder() && c.value().dependencies().stream().anyMatch(replaced::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the call is an exchange for {@code true}. */
  private static boolean sets(ExpressionTree call) {
    ExpressionTree value = argument(call, -1);
    return value != null && Boolean.TRUE.equals(ASTHelpers.constValue(value));
  }

  /** Returns the argument at {@code index}, counted from the end. */
  private static @Nullable ExpressionTree argument(ExpressionTree call, int index) {
    if (!(call instanceof MethodInvocationTree invocation)) {
      return null;
    }
    int position = invocation.getArguments().size() + index;
    return position < 0 ? null : invocation.getArguments().get(position);
  }
}
