package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.callgraph.CompilationIndex;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds checks of which thread it is: what lies behind them is that thread's own. */
final class ThreadChecks {
  /** How libraries call the question whether the calling thread is the one in charge. */
  static final ImmutableSet<String> NAMES =
      ImmutableSet.of("inEventLoop", "isEventDispatchThread", "isFxApplicationThread");

  private final CompilationIndex index;
  private final Map<Tree, Boolean> checks = new HashMap<>();

  ThreadChecks(CompilationIndex index) {
    this.index = index;
  }

  /**
   * Returns whether a condition on the way to {@code point} asks which thread it is. A thread that
   * goes round for as long as it is the one that is wanted says nothing of what others do.
   */
  boolean leadTo(Point point) {
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (asksForThread(c.tree()) && !goesRound(c, point.loop())) {
        return true;
      }
    }
    return false;
  }

  private boolean asksForThread(Tree condition) {
    Boolean known = checks.get(condition);
    if (known == null) {
      known = findsThreadCheck(condition);
      checks.put(condition, known);
    }
    return known;
  }

  private static boolean goesRound(Condition condition, @Nullable Loop innermost) {
    for (Loop loop = innermost; loop != null; loop = loop.outer()) {
      if (loop.tree() instanceof WhileLoopTree round
          && ASTHelpers.stripParentheses(round.getCondition()) == strip(condition.tree())) {
        return true;
      }
    }
    return false;
  }

  private static Tree strip(Tree condition) {
    return condition instanceof ExpressionTree test ? ASTHelpers.stripParentheses(test) : condition;
  }

  private boolean findsThreadCheck(Tree condition) {
    Boolean found =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitMethodInvocation(MethodInvocationTree call, Void unused) {
            return isThreadCheck(ASTHelpers.getSymbol(call))
                || Boolean.TRUE.equals(super.visitMethodInvocation(call, null));
          }

          @Override
          public Boolean visitBinary(BinaryTree test, Void unused) {
            return comparesThread(test) || Boolean.TRUE.equals(super.visitBinary(test, null));
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(condition, null);
    return Boolean.TRUE.equals(found);
  }

  private boolean isThreadCheck(MethodSymbol method) {
    if (NAMES.contains(method.getSimpleName().toString())) {
      return true;
    }
    return index.body(method).filter(body -> returnsThreadCheck(body.tree())).isPresent();
  }

  private static boolean returnsThreadCheck(Tree method) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitReturn(ReturnTree tree, Void unused) {
            return tree.getExpression() != null
                && ASTHelpers.stripParentheses(tree.getExpression()) instanceof BinaryTree test
                && comparesThread(test);
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(method, null));
  }

  private static boolean comparesThread(BinaryTree test) {
    return (test.getKind() == Tree.Kind.EQUAL_TO || test.getKind() == Tree.Kind.NOT_EQUAL_TO)
        && (isCurrentThread(test.getLeftOperand()) || isCurrentThread(test.getRightOperand()));
  }

  private static boolean isCurrentThread(ExpressionTree operand) {
    return ASTHelpers.stripParentheses(operand) instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).getSimpleName().contentEquals("currentThread");
  }
}
