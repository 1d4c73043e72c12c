package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds code that must not run under a lock: it waits for threads that may need the lock. */
final class Waiting extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final SourceFile file;
  private final @Nullable Guard guard;
  private final Set<Tree> outside;
  private final Set<MethodSymbol> seen = new HashSet<>();

  private Waiting(SourceFile file, @Nullable Guard guard, Set<Tree> outside) {
    this.file = file;
    this.guard = guard;
    this.outside = outside;
  }

  /** Refuses {@code tree} if it, or a method of the file that it calls, waits. */
  static void refuse(SourceFile file, Tree tree) {
    new Waiting(file, null, ImmutableSet.of()).scan(tree, null);
  }

  /**
   * Refuses {@code tree} if it waits with {@code guard} held, which it may take again.
   *
   * @param outside parts of the tree that run before the lock is taken
   */
  static void refuse(SourceFile file, Tree tree, Guard guard, Set<Tree> outside) {
    new Waiting(file, guard, outside).scan(tree, null);
  }

  /**
   * Returns whether {@code tree}, or a method of the file that it calls, waits, be it for the
   * release of a lock other than {@code guard}.
   */
  static boolean isIn(SourceFile file, Tree tree, Guard guard) {
    try {
      refuse(file, tree, guard, ImmutableSet.of());
      return false;
    } catch (Refusal waits) {
      return true;
    }
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    return tree == null || outside.contains(tree) ? null : super.scan(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    MethodSymbol method = ASTHelpers.getSymbol(call);
    if (file.declarationOf(method).isEmpty()) {
      boolean waits =
          BlockingMethods.isWaiting(method)
              || BlockingMethods.instance(file.state().context).mayWait(method);
      Refusal.unless(!waits || takesGuard(call), "the section would wait");
    } else if (seen.add(method)) {
      scan(file.declarationOf(method).orElseThrow().getLeaf(), null);
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    MethodSymbol constructor = ASTHelpers.getSymbol(tree);
    Refusal.unless(
        !BlockingMethods.instance(file.state().context).mayWait(constructor),
        "the section would wait");
    return super.visitNewClass(tree, null);
  }

  /** Returns whether the call takes the lock that is held already. */
  private boolean takesGuard(MethodInvocationTree call) {
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    return ASTHelpers.getSymbol(call).getSimpleName().contentEquals("lock")
        && receiver != null
        && isGuard(receiver, How.LOCK);
  }

  private boolean isGuard(ExpressionTree lock, How how) {
    return guard != null && guard.equals(new Guard(HeldGuards.name(file, lock), how));
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
    Refusal.unless(
        isGuard(tree.getExpression(), How.MONITOR)
            || LeafLock.isMonitor(file, tree.getExpression()),
        "the section would take a second lock");
    return super.visitSynchronized(tree, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }
}
