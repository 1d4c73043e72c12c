package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A lock for readers and writers, and how code names its two parts.
 *
 * @param whole the field that holds it
 * @param writeLock an expression for the lock of the writers
 */
record ReadWriteLockNames(SourceFile file, VarSymbol whole, String writeLock) {

  static Optional<ReadWriteLockNames> ofReadLock(SourceFile file, ExpressionTree lock) {
    Optional<VarSymbol> direct = wholeOf(lock, "readLock");
    if (direct.isPresent()) {
      ExpressionTree whole =
          ((MemberSelectTree) ((MethodInvocationTree) lock).getMethodSelect()).getExpression();
      return names(file, direct.get(), file.text(whole) + ".writeLock()");
    }
    if (!(ASTHelpers.getSymbol(lock) instanceof VarSymbol part)
        || lock instanceof MemberSelectTree) {
      return Optional.empty();
    }
    Optional<VarSymbol> whole = initializer(file, part).flatMap(v -> wholeOf(v, "readLock"));
    return whole.flatMap(
        w -> names(file, w, fieldFor(file, w, part).orElse(w.getSimpleName() + ".writeLock()")));
  }

  /** Only of the library's own lock it is known that a writer may read as well. */
  private static Optional<ReadWriteLockNames> names(
      SourceFile file, VarSymbol whole, String writeLock) {
    boolean isKnown =
        isReentrant(whole.type.tsym)
            || initializer(file, whole)
                .map(ASTHelpers::getType)
                .filter(type -> isReentrant(type.tsym))
                .isPresent();
    return isKnown && whole.isPrivate() && ASTHelpers.isConsideredFinal(whole)
        ? Optional.of(new ReadWriteLockNames(file, whole, writeLock))
        : Optional.empty();
  }

  private static boolean isReentrant(Symbol type) {
    return type.getQualifiedName()
        .contentEquals("java.util.concurrent.locks.ReentrantReadWriteLock");
  }

  /** Returns the field that holds the write lock beside the one that holds the read lock. */
  private static Optional<String> fieldFor(SourceFile file, VarSymbol whole, VarSymbol part) {
    return file.fields().stream()
        .filter(field -> field.owner == part.owner && ASTHelpers.isConsideredFinal(field))
        .filter(
            field ->
                initializer(file, field)
                    .flatMap(value -> wholeOf(value, "writeLock"))
                    .filter(whole::equals)
                    .isPresent())
        .map(field -> field.getSimpleName().toString())
        .findFirst();
  }

  private static Optional<ExpressionTree> initializer(SourceFile file, VarSymbol field) {
    return file.declarationOf(field).map(path -> ((VariableTree) path.getLeaf()).getInitializer());
  }

  /** Returns {@code rw} of {@code rw.readLock()}. */
  private static Optional<VarSymbol> wholeOf(ExpressionTree tree, String part) {
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(part)
            && ASTHelpers.getSymbol(select.getExpression()) instanceof VarSymbol field
            && field.getKind().isField()
        ? Optional.of(field)
        : Optional.empty();
  }

  /**
   * Returns whether code that holds the read lock may get to the section: who waits for the write
   * lock with the read lock held waits for ever.
   */
  boolean isHeldAround(Tree section) {
    TreePath path = file.path(section);
    for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof TryTree && isReadLocked(at.getLeaf())) {
        return true;
      }
    }
    MethodTree method = ASTHelpers.findEnclosingNode(path, MethodTree.class);
    if (method == null) {
      return true;
    }
    Symbol wanted = ASTHelpers.getSymbol(method);
    return Expressions.findAll(file.unit(), this::isReadLocked).stream()
        .anyMatch(held -> calls(held, wanted, new HashSet<>()));
  }

  private boolean isReadLocked(Tree tree) {
    return tree instanceof TryTree
        && WrittenSection.of(file, tree)
            .flatMap(section -> ofReadLock(file, section.lock()))
            .filter(other -> other.whole() == whole)
            .isPresent();
  }

  private boolean calls(Tree code, Symbol wanted, Set<Symbol> seen) {
    return Expressions.contains(
        code,
        tree -> {
          Symbol called = tree instanceof MethodInvocationTree ? ASTHelpers.getSymbol(tree) : null;
          if (called == null) {
            return false;
          }
          return called == wanted
              || (seen.add(called)
                  && file.declarationOf(called)
                      .filter(path -> calls(path.getLeaf(), wanted, seen))
                      .isPresent());
        });
  }
}
