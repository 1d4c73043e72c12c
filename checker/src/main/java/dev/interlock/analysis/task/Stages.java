package dev.interlock.analysis.task;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import org.jspecify.annotations.Nullable;

/** The order that a chain of futures gives to its stages, whichever threads run them. */
public final class Stages {
  private static final int MAX_CHAIN = 12;

  private Stages() {}

  /**
   * Returns whether what {@code later} launches begins when what {@code earlier} launches has
   * ended.
   */
  public static boolean follows(Call later, Call earlier) {
    if (isOfPublisher(later) && isOnResult(later.tree(), earlier.tree())) {
      return true;
    }
    Call stage = later;
    for (int i = 0; i < MAX_CHAIN; i++) {
      Call before = madeBy(stage);
      if (before == null) {
        return stage == later && runsOnCompleter(later); // taken to wait for what is known
      }
      if (before == earlier) {
        return true;
      }
      stage = before;
    }
    return false;
  }

  /** Returns whether a call runs its task where the signals of the receiver arrive. */
  private static boolean isOfPublisher(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects(Launches.class).stream())
        .map(Launches::runs)
        .anyMatch(r -> r == Runs.PERIODIC_IF_SCHEDULED || r == Runs.IN_TURN_IF_SCHEDULED);
  }

  /** Returns whether a call is written behind another one in one chain of calls. */
  private static boolean isOnResult(Tree call, Tree earlier) {
    Tree before = call;
    while (before instanceof MethodInvocationTree invocation) {
      before = ASTHelpers.getReceiver(invocation);
      if (before == earlier) {
        return true;
      }
    }
    return false;
  }

  /** Returns the call whose result {@code stage} is called on. */
  private static @Nullable Call madeBy(Call stage) {
    for (AccessPath path : stage.receiver().paths()) {
      if (path.selectors().isEmpty() && path.root() instanceof Root.Result result) {
        return result.call();
      }
    }
    return null;
  }

  /** Returns whether a call runs its task on whichever thread completes what it waits for. */
  public static boolean runsOnCompleter(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects(Launches.class).stream())
        .anyMatch(launch -> launch.thread() == RunsOn.COMPLETER);
  }

  /**
   * Returns whether a call in a loop hangs what it launches on what the turn before has launched:
   * {@code chain = chain.thenRunAsync(step)}.
   */
  public static boolean followsItself(Call call) {
    if (call.point().loop() == null
        || !(call.tree() instanceof MethodInvocationTree invocation)
        || ASTHelpers.getReceiver(invocation) == null) {
      return false;
    }
    Symbol start = ASTHelpers.getSymbol(startOf(invocation));
    TreePath path = TreePath.getPath(call.body().unit(), call.tree());
    while (path != null && isChain(path.getParentPath().getLeaf())) {
      path = path.getParentPath();
    }
    return start != null
        && path != null
        && path.getParentPath().getLeaf() instanceof AssignmentTree assignment
        && start.equals(ASTHelpers.getSymbol(assignment.getVariable()));
  }

  private static boolean isChain(Tree tree) {
    return tree instanceof MethodInvocationTree
        || tree instanceof MemberSelectTree
        || tree instanceof ParenthesizedTree;
  }

  private static ExpressionTree startOf(ExpressionTree stage) {
    ExpressionTree start = stage;
    while (start instanceof MethodInvocationTree invocation
        && ASTHelpers.getReceiver(invocation) != null) {
      start = ASTHelpers.getReceiver(invocation);
    }
    return start;
  }
}
