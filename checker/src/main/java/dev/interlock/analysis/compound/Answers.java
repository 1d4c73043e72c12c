package dev.interlock.analysis.compound;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import dev.interlock.analysis.body.Body;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods that tell their caller whether they did something, as {@code Set.add} does. */
public final class Answers {
  private Answers() {}

  /** Returns whether a body returns {@code true} in one place and {@code false} in another. */
  public static boolean tellTheOutcome(Body body) {
    Set<Object> constants = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        Object constant =
            tree.getExpression() == null ? null : ASTHelpers.constValue(tree.getExpression());
        if (constant instanceof Boolean) {
          constants.add(constant);
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
    return constants.size() == 2;
  }
}
