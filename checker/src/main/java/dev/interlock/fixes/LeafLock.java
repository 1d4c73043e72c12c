package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Optional;

/**
 * Monitors and reentrant locks that come last in every order of locks: code that holds one waits
 * for nothing, so that it may be taken with any other lock held.
 */
final class LeafLock {
  private LeafLock() {}

  /** Returns whether only the file takes the monitor, and each of its sections is plain code. */
  static boolean isMonitor(SourceFile file, ExpressionTree monitor) {
    return ASTHelpers.getSymbol(Expressions.strip(monitor)) instanceof VarSymbol field
        && isMonitor(file, field);
  }

  /** Returns whether a lock of the objects of a class is such a one. */
  static boolean isLast(SourceFile file, ClassSymbol owner, Guard guard) {
    return SteadyMonitor.fieldNamed(owner, guard.name())
        .filter(
            field ->
                guard.how() == Guard.How.MONITOR ? isMonitor(file, field) : isLock(file, field))
        .isPresent();
  }

  private static boolean isMonitor(SourceFile file, VarSymbol field) {
    return isOwn(file, field) && file.usesOf(field).stream().allMatch(use -> isPlain(file, use));
  }

  private static boolean isLock(SourceFile file, VarSymbol field) {
    return isOwn(file, field)
        && file.usesOf(field).stream().allMatch(use -> isPlainCall(file, use));
  }

  private static boolean isOwn(SourceFile file, VarSymbol field) {
    return field.getKind().isField()
        && field.isPrivate()
        && ASTHelpers.isConsideredFinal(field)
        && !Ownership.isGiven(file, field);
  }

  /** Returns whether the lock is taken or released by a section of nothing but plain code. */
  private static boolean isPlainCall(SourceFile file, TreePath use) {
    if (!Escapes.isCallOn(use)) {
      return Steadiness.isInitialization(use);
    }
    return Statements.ofExpression(use.getParentPath().getParentPath()).stream()
        .flatMap(statement -> sectionOf(file, statement).stream())
        .anyMatch(section -> !Expressions.contains(section.block(), t -> mayWait(file, t)));
  }

  /** Returns the section that a call of {@code lock()} begins, or one of {@code unlock()} ends. */
  private static Optional<WrittenSection> sectionOf(SourceFile file, TreePath statement) {
    Optional<WrittenSection> begun =
        Statements.following(statement).stream()
            .findFirst()
            .flatMap(tree -> WrittenSection.of(file, tree))
            .filter(section -> section.first() == statement.getLeaf());
    return begun.or(
        () ->
            Optional.of(statement.getParentPath().getParentPath().getLeaf())
                .filter(
                    tree ->
                        tree instanceof TryTree ended
                            && ended.getFinallyBlock() == statement.getParentPath().getLeaf())
                .flatMap(tree -> WrittenSection.of(file, tree)));
  }

  private static boolean isPlain(SourceFile file, TreePath use) {
    return Expressions.parentOf(use).getLeaf() instanceof SynchronizedTree section
        ? !Expressions.contains(section.getBlock(), t -> mayWait(file, t))
        : Escapes.isKept(use) || Steadiness.isInitialization(use);
  }

  private static boolean mayWait(SourceFile file, Tree tree) {
    if (tree instanceof SynchronizedTree) {
      return true;
    }
    if (!(tree instanceof MethodInvocationTree || tree instanceof NewClassTree)) {
      return false;
    }
    return !(ASTHelpers.getSymbol(tree) instanceof MethodSymbol method)
        || isOfLock(method)
        || JavacTrees.instance(file.state().context).getTree(method) != null
        || BlockingMethods.isWaiting(method)
        || AlienCalls.in(file, tree);
  }

  private static boolean isOfLock(MethodSymbol method) {
    return method.owner.getQualifiedName().toString().startsWith("java.util.concurrent.locks.");
  }
}
