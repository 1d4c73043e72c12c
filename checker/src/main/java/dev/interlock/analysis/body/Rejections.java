package dev.interlock.analysis.body;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;

/** Tasks that their executor rejects: what handles that runs instead of the task. */
public final class Rejections {
  private static final String REJECTED = "java.util.concurrent.RejectedExecutionException";

  private Rejections() {}

  /** Returns whether a handler is for the rejection of a task alone. */
  static boolean areHandledBy(CatchTree handler) {
    Type type = ASTHelpers.getType(handler.getParameter());
    return type != null && type.tsym.getQualifiedName().contentEquals(REJECTED);
  }

  /** Returns whether a point is reached only if a launch was rejected. */
  public static boolean leadTo(Point point, Point launch) {
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (c.tree() instanceof TryTree attempt
          && c.outcome() == Outcome.FALSE
          && isInside(launch.tree(), attempt.getBlock())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(Tree tree, BlockTree block) {
    int position = TreeInfo.getStartPos((JCTree) tree);
    return position >= TreeInfo.getStartPos((JCTree) block)
        && position <= TreeInfo.endPos((JCTree) block);
  }
}
