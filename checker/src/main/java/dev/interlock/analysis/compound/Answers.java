package dev.interlock.analysis.compound;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.interlock.analysis.body.Body;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods that tell their caller whether they did something, as {@code Set.add} does. */
public final class Answers {
  /** What is no constant. */
  private static final Object OTHER = new Object();

  private Answers() {}

  /** Returns whether a body returns {@code true} in one place and {@code false} in another. */
  public static boolean tellTheOutcome(Body body) {
    return returned(body).stream().filter(Boolean.class::isInstance).count() == 2;
  }

  /** Returns whether a body returns a constant in one place and something else in another. */
  public static boolean differ(Body body) {
    Set<Object> returned = returned(body);
    return returned.size() > 1 && returned.stream().anyMatch(o -> o != OTHER);
  }

  private static Set<Object> returned(Body body) {
    Set<Object> constants = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        if (tree.getExpression() != null) {
          constants.add(valueOf(tree.getExpression()));
        }
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void unused) {
        return tree == body.tree() ? super.visitLambdaExpression(tree, null) : null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(body.tree(), null);
    return constants;
  }

  private static Object valueOf(ExpressionTree returned) {
    if (returned.getKind() == Tree.Kind.NULL_LITERAL) {
      return Tree.Kind.NULL_LITERAL;
    }
    Object constant = ASTHelpers.constValue(returned);
    return constant == null ? OTHER : constant;
  }
}
