package dev.interlock.analysis.sharing;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Task;
import dev.interlock.library.MethodEffect.RunsOn;
import org.jspecify.annotations.Nullable;

/**
 * Threads that serve their object for good, rather than one call of the method that starts them.
 */
final class ServiceThreads {
  private ServiceThreads() {}

  /**
   * A thread that goes round for as long as its object lives, whatever the launching method was
   * called with, is started once.
   */
  static boolean goesRound(Run run, Context context) {
    return run.launch().filter(launch -> launch.thread() == RunsOn.OWN).isPresent()
        && run.entry().captures().isEmpty()
        && !(run.task() instanceof Task.RunnableObject object
            && object.path().root() instanceof Root.Fresh)
        && Meeting.chain(context).stream()
            .filter(step -> step.body() == run.entry())
            .anyMatch(step -> goesRound(step.at().loop()));
  }

  private static boolean goesRound(@Nullable Loop innermost) {
    for (Loop loop = innermost; loop != null; loop = loop.outer()) {
      if (loop.tree() instanceof WhileLoopTree round && asksForEnd(round.getCondition())) {
        return true;
      }
      if (loop.tree() instanceof ForLoopTree round && round.getCondition() == null) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a condition is always true, a mark, or a question of the thread's end. */
  private static boolean asksForEnd(ExpressionTree condition) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return asksForEnd(not.getExpression());
    }
    if (test instanceof MethodInvocationTree call) {
      return call.getArguments().isEmpty()
          && ASTHelpers.getSymbol(call).getSimpleName().toString().endsWith("nterrupted");
    }
    return Boolean.TRUE.equals(ASTHelpers.constValue(test))
        || (ASTHelpers.getSymbol(test) instanceof VarSymbol mark && mark.getKind().isField());
  }
}
