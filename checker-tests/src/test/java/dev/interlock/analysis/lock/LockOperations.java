package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lock operations of a body by the names of the JDK's methods: just enough knowledge of
 * libraries to test the flow of locks. A lock is named by the text of its expression; condition
 * {@code xChanged} belongs to lock {@code x}.
 */
final class LockOperations extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();

  static ImmutableMap<Tree, LockOperation> of(Tree body) {
    LockOperations scanner = new LockOperations();
    if (body instanceof MethodTree method) {
      scanner.scan(method.getBody(), null);
    } else if (body instanceof LambdaExpressionTree lambda) {
      scanner.scan(lambda.getBody(), null);
    } else {
      scanner.scan(body, null);
    }
    return scanner.operations.buildOrThrow();
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    String owner = method.owner.getSimpleName().toString();
    String name = method.getSimpleName().toString();
    if (owner.equals("StampedLock")) {
      stamped(tree, name);
    } else if (owner.equals("Condition") && name.startsWith("await")) {
      String lock = receiver(tree).replace("Changed", "");
      add(tree, lock, Action.RELEASE_AND_REACQUIRE, LockMode.EXCLUSIVE);
    } else if (owner.equals("AtomicInteger")) {
      phase(tree, name);
    } else {
      plain(tree, name);
    }
    return super.visitMethodInvocation(tree, null);
  }

  private void plain(MethodInvocationTree tree, String name) {
    Optional<Action> action =
        Optional.ofNullable(
            switch (name) {
              case "lock", "lockInterruptibly" -> Action.ACQUIRE;
              case "tryLock" -> Action.TRY_ACQUIRE;
              case "unlock" -> Action.RELEASE;
              case "isHeldByCurrentThread", "isWriteLockedByCurrentThread" -> Action.IS_HELD;
              default -> null;
            });
    String lock = receiver(tree);
    LockMode mode = lock.endsWith(".readLock()") ? LockMode.SHARED : LockMode.EXCLUSIVE;
    String owner = lock.replace(".readLock()", "").replace(".writeLock()", "");
    action.ifPresent(known -> add(tree, owner, known, mode));
  }

  private void stamped(MethodInvocationTree tree, String name) {
    String lock = receiver(tree);
    switch (name) {
      case "readLock" -> add(tree, lock, Action.ACQUIRE, LockMode.SHARED);
      case "writeLock" -> add(tree, lock, Action.ACQUIRE, LockMode.EXCLUSIVE);
      case "tryReadLock" -> add(tree, lock, Action.TRY_ACQUIRE, LockMode.SHARED);
      case "tryWriteLock", "tryConvertToWriteLock" ->
          add(tree, lock, Action.TRY_ACQUIRE, LockMode.EXCLUSIVE);
      case "unlockRead" -> add(tree, lock, Action.RELEASE, LockMode.SHARED);
      case "unlockWrite", "unlock" -> add(tree, lock, Action.RELEASE, LockMode.EXCLUSIVE);
      default -> {}
    }
  }

  private void phase(MethodInvocationTree tree, String name) {
    switch (name) {
      case "compareAndSet" -> add(tree, receiver(tree), Action.TRY_ACQUIRE, LockMode.EXCLUSIVE);
      case "set" -> add(tree, receiver(tree), Action.RELEASE, LockMode.EXCLUSIVE);
      default -> {}
    }
  }

  private void add(Tree tree, String lock, Action action, LockMode mode) {
    operations.put(tree, new LockOperation(tree, lock, action, mode));
  }

  private static String receiver(MethodInvocationTree call) {
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    return receiver == null ? "this" : receiver.toString().replace("this.", "");
  }
}
