package dev.interlock.analysis;

import com.google.common.base.Preconditions;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.interlock.analysis.body.Body;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the bodies of a file stand in it: found for all of them when the first is asked for. */
final class BodyPaths {
  private final Map<CompilationUnitTree, Map<Tree, TreePath>> paths = new HashMap<>();

  /** Returns the path of the body's tree from its compilation unit. */
  TreePath of(Body body) {
    Map<Tree, TreePath> known = paths.computeIfAbsent(body.unit(), BodyPaths::collect);
    return Preconditions.checkNotNull(known.get(body.tree()));
  }

  private static Map<Tree, TreePath> collect(CompilationUnitTree unit) {
    Map<Tree, TreePath> found = new IdentityHashMap<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        found.put(tree, getCurrentPath());
        return super.visitClass(tree, null);
      }

      @Override
      public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        found.put(tree, getCurrentPath());
        return super.visitMethod(tree, null);
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree tree, @Nullable Void unused) {
        found.put(tree, getCurrentPath());
        return super.visitLambdaExpression(tree, null);
      }

      @Override
      public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        found.put(tree, getCurrentPath());
        return super.visitMemberReference(tree, null);
      }
    }.scan(unit, null);
    return found;
  }
}
