package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The explicit locks of a body that takes each as its documentation recommends, and in no other
 * way: {@code lock.lock(); try { ... } finally { lock.unlock(); }}. There the tree alone tells what
 * is held, as {@link ExplicitLockAnalysis} would, and no control-flow graph has to be built.
 *
 * @see java.util.concurrent.locks.Lock
 */
public final class BlockStructuredLocks extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final ImmutableMap<Tree, LockOperation> operations;
  private final Map<Tree, ImmutableSet<LockOperation>> sections = new IdentityHashMap<>();

  /** What is held at the tree at hand, the outermost lock first. */
  private ImmutableSet<LockOperation> held = ImmutableSet.of();

  /** How many of the operations are understood. */
  private int understood;

  private boolean structured = true;

  private BlockStructuredLocks(ImmutableMap<Tree, LockOperation> operations) {
    this.operations = operations;
  }

  /** Returns what is held in {@code body}; empty if it uses locks in any other way. */
  public static Optional<HeldLocks> of(Tree body, ImmutableMap<Tree, LockOperation> operations) {
    Tree code =
        body instanceof MethodTree method
            ? method.getBody()
            : body instanceof LambdaExpressionTree lambda ? lambda.getBody() : null;
    if (!(code instanceof BlockTree)) {
      return Optional.empty();
    }
    BlockStructuredLocks locks = new BlockStructuredLocks(operations);
    locks.scan(code, null);
    return locks.structured && locks.understood == operations.size()
        ? Optional.of(new Sections(locks.sections))
        : Optional.empty();
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null || !structured) {
      return null;
    }
    note(tree);
    return tree instanceof LambdaExpressionTree || tree instanceof ClassTree
        ? null // a body of its own
        : super.scan(tree, null);
  }

  private void note(Tree tree) {
    if (!held.isEmpty()) {
      sections.put(tree, held);
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
    List<? extends StatementTree> statements = block.getStatements();
    for (int i = 0; i < statements.size() && structured; i++) {
      StatementTree statement = statements.get(i);
      scan(statement, null);
      LockOperation operation = operationOf(statement);
      if (operation != null && operation.action() == Action.ACQUIRE) {
        i++;
        if (i < statements.size() && statements.get(i) instanceof TryTree attempt) {
          lockedBlock(operation, attempt);
        } else {
          structured = false;
        }
      }
    }
    return null;
  }

  /** Returns what a statement does to a lock, if that is all that it does. */
  private @Nullable LockOperation operationOf(StatementTree statement) {
    if (statement instanceof ExpressionStatementTree call) {
      return operations.get(call.getExpression());
    }
    return statement instanceof VariableTree stamp && stamp.getInitializer() != null
        ? operations.get(stamp.getInitializer())
        : null;
  }

  private void lockedBlock(LockOperation acquired, TryTree attempt) {
    if (!endsWithRelease(attempt, acquired)
        || !attempt.getResources().isEmpty()
        || isHeld(acquired)) {
      structured = false;
      return;
    }
    understood += 2;
    ImmutableSet<LockOperation> before = held;
    held = ImmutableSet.<LockOperation>builder().addAll(before).add(acquired).build();
    note(attempt);
    checkCatches(attempt);
    scan(attempt.getBlock(), null);
    scan(attempt.getCatches(), null);
    note(attempt.getFinallyBlock());
    List<? extends StatementTree> last = attempt.getFinallyBlock().getStatements();
    scan(last.get(0), null);
    held = before;
    scan(last.subList(1, last.size()), null);
  }

  /** Returns whether the first that is done in the end is to give the lock back. */
  private boolean endsWithRelease(TryTree attempt, LockOperation acquired) {
    BlockTree last = attempt.getFinallyBlock();
    if (last == null || last.getStatements().isEmpty()) {
      return false;
    }
    LockOperation release = operationOf(last.getStatements().get(0));
    return release != null
        && release.action() == Action.RELEASE
        && release.mode() == acquired.mode()
        && release.lock().equals(acquired.lock());
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, @Nullable Void unused) {
    pass(operations.get(statement.getExpression()), Action.RELEASE);
    pass(operations.get(statement.getExpression()), Action.TRY_ACQUIRE);
    return super.visitExpressionStatement(statement, null);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree result, @Nullable Void unused) {
    pass(operations.get(result.getExpression()), Action.TRY_ACQUIRE);
    return super.visitReturn(result, null);
  }

  /**
   * Passes over what changes nothing here: to give back what is not held, and to try for a lock
   * when only the caller, or nobody, looks at the result.
   */
  private void pass(@Nullable LockOperation operation, Action action) {
    if (operation != null && operation.action() == action && !isHeld(operation)) {
      understood++;
    }
  }

  private boolean isHeld(LockOperation operation) {
    for (LockOperation outer : held) {
      if (outer.lock().equals(operation.lock())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Void visitTry(TryTree attempt, @Nullable Void unused) {
    checkCatches(attempt);
    return super.visitTry(attempt, null);
  }

  /** In a handler that nothing leads to, anything may be said to be held. */
  private void checkCatches(TryTree attempt) {
    if (!attempt.getCatches().isEmpty() && attempt.getResources().isEmpty()) {
      structured &= Boolean.TRUE.equals(attempt.getBlock().accept(new Calls(), null));
    }
  }

  /** Looks for calls, which may throw. */
  private static final class Calls extends TreeScanner<@Nullable Boolean, @Nullable Void> {
    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      return true;
    }

    @Override
    public Boolean visitNewClass(NewClassTree made, @Nullable Void unused) {
      return true;
    }

    @Override
    public @Nullable Boolean visitLambdaExpression(
        LambdaExpressionTree lambda, @Nullable Void unused) {
      return false;
    }

    @Override
    public @Nullable Boolean visitClass(ClassTree type, @Nullable Void unused) {
      return false;
    }

    @Override
    public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
      return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
  }

  /** The answers; nothing is held at the end. */
  private record Sections(Map<Tree, ImmutableSet<LockOperation>> sections) implements HeldLocks {
    @Override
    public ImmutableSet<LockOperation> at(Tree tree) {
      return sections.getOrDefault(tree, ImmutableSet.of());
    }

    @Override
    public ImmutableSet<LockOperation> atNormalExit() {
      return ImmutableSet.of();
    }
  }
}
