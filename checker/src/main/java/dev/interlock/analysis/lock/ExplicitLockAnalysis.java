package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds out which explicitly taken locks are held at each place of a body.
 *
 * <p>The answers follow the operations through exceptions, {@code finally}, loops and jumps, and
 * through the results of try-locks in conditions and local variables. Nested locking counts: the
 * section that counts is the outer one, until the last release.
 *
 * @see LockFlow
 */
public final class ExplicitLockAnalysis {
  private ExplicitLockAnalysis() {}

  /**
   * Analyses one body.
   *
   * <p>In the result, {@code at(tree)} is about the moment when an expression takes effect: a call
   * after its arguments, an assignment when it writes; for a lock operation that is before it does
   * anything. A statement stands for its start. Where code is gone through on several ways ({@code
   * finally}), the locks held on each of them count. In code that cannot be reached every
   * operation's lock is held, so that nothing is reported there. Trees that are not part of the
   * body, such as those inside of its lambdas and classes, have no locks.
   *
   * <p>Where paths meet that took one lock at different places, all those operations are returned
   * for it; two places lie in one unbroken critical section of a lock if their answers share an
   * operation.
   *
   * @param body a {@code MethodTree}, {@code LambdaExpressionTree}, initialiser block or field with
   *     an initialiser, or a {@code ClassTree} for each of its initialisers by itself
   * @param operations the lock operations of the body, by their call
   * @param onFailure told why, if the body cannot be analysed; the result is then {@link
   *     HeldLocks#UNKNOWN}
   */
  public static HeldLocks analyze(
      Tree body,
      ImmutableMap<Tree, LockOperation> operations,
      Context context,
      Consumer<? super Throwable> onFailure) {
    if (operations.isEmpty()) {
      return HeldLocks.NONE;
    }
    try {
      Map<Tree, ImmutableSet<LockOperation>> sections = new IdentityHashMap<>();
      ImmutableSet<LockOperation> atNormalExit = ImmutableSet.of();
      for (Tree code : codeOf(body)) {
        LockFlow flow = new LockFlow(operations, context);
        atNormalExit = flow.run(code);
        addSections(flow, sections);
      }
      return new Result(sections, body instanceof ClassTree ? ImmutableSet.of() : atNormalExit);
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      onFailure.accept(e); // better no locks than no build
      return HeldLocks.UNKNOWN;
    }
  }

  private static ImmutableList<Tree> codeOf(Tree body) {
    if (body instanceof MethodTree method) {
      return ImmutableList.of(method.getBody());
    }
    if (body instanceof LambdaExpressionTree lambda) {
      return ImmutableList.of(lambda.getBody());
    }
    return body instanceof ClassTree type
        ? type.getMembers().stream()
            .filter(ExplicitLockAnalysis::isInitializer)
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of(body);
  }

  private static boolean isInitializer(Tree member) {
    return member instanceof BlockTree
        || (member instanceof VariableTree field && field.getInitializer() != null);
  }

  private static void addSections(LockFlow flow, Map<Tree, ImmutableSet<LockOperation>> sections) {
    ImmutableSet<LockOperation> everything =
        flow.seen().stream()
            .filter(operation -> operation.action() != Action.RELEASE)
            .collect(ImmutableSet.toImmutableSet());
    Map<LockState, ImmutableSet<LockOperation>> known = new HashMap<>();
    flow.states()
        .forEach(
            (tree, state) ->
                sections.put(
                    tree,
                    state.isReachable()
                        ? known.computeIfAbsent(state, LockState::sections)
                        : everything));
  }

  /** The answers for all trees of one body. */
  private record Result(
      Map<Tree, ImmutableSet<LockOperation>> sections, ImmutableSet<LockOperation> atNormalExit)
      implements HeldLocks {
    @Override
    public ImmutableSet<LockOperation> at(Tree tree) {
      return sections.getOrDefault(tree, ImmutableSet.of());
    }
  }
}
