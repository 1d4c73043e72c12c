package dev.interlock.fixes;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Which locks the source code holds at a place, as far as its shape shows. */
final class HeldGuards {
  private final SourceFile file;
  private final ImmutableMap<Guard, Guard> replaced;
  private final ImmutableMap<Tree, Guard> swapped;
  private final Predicate<Guard> counts;

  HeldGuards(SourceFile file) {
    this(file, ImmutableMap.of());
  }

  /** For code in which some locks are to be replaced by others. */
  HeldGuards(SourceFile file, ImmutableMap<Guard, Guard> replaced) {
    this(file, replaced, ImmutableMap.of(), guard -> true);
  }

  private HeldGuards(
      SourceFile file,
      ImmutableMap<Guard, Guard> replaced,
      ImmutableMap<Tree, Guard> swapped,
      Predicate<Guard> counts) {
    this.file = file;
    this.replaced = replaced;
    this.swapped = swapped;
    this.counts = counts;
  }

  /** For code in which some sections are to take another lock. */
  static HeldGuards afterSwaps(SourceFile file, ImmutableMap<Tree, Guard> swapped) {
    return new HeldGuards(file, ImmutableMap.of(), swapped, guard -> true);
  }

  /** Looks for one lock only, whatever other locks are held. */
  HeldGuards of(Guard guard) {
    return new HeldGuards(file, replaced, swapped, guard::equals);
  }

  /** Returns the innermost lock held at {@code path}. */
  Optional<Guard> at(TreePath path) {
    return at(path, new HashSet<>());
  }

  /** Returns whether a lock is held at both, and without a break. */
  boolean isOneSection(TreePath a, TreePath b) {
    Optional<Tree> section = sectionOf(a);
    return section.isPresent() && section.equals(sectionOf(b));
  }

  /** Returns the statement or the method that takes the innermost lock held at {@code path}. */
  Optional<Tree> sectionOf(TreePath path) {
    Optional<Guard> guard = at(path);
    if (guard.isEmpty()) {
      return Optional.empty();
    }
    TreePath at = path;
    while (at.getParentPath() != null
        && !SourceFile.isContainer(at.getParentPath().getLeaf())
        && takenBy(at).isEmpty()) {
      at = at.getParentPath();
    }
    return Optional.of(at.getParentPath().getLeaf());
  }

  /** Returns the lock that the parent takes for {@code at}. */
  private Optional<Guard> takenBy(TreePath at) {
    return anyTakenBy(at).filter(counts);
  }

  private Optional<Guard> anyTakenBy(TreePath at) {
    Tree parent = at.getParentPath().getLeaf();
    if (swapped.containsKey(parent)) {
      return Optional.ofNullable(swapped.get(parent));
    }
    if (parent instanceof SynchronizedTree section && section.getBlock() == at.getLeaf()) {
      Guard guard = new Guard(name(section.getExpression()), How.MONITOR);
      return Optional.of(replaced.getOrDefault(guard, guard));
    }
    return parent instanceof TryTree attempt && attempt.getBlock() == at.getLeaf()
        ? takenBefore(at.getParentPath(), attempt).map(g -> replaced.getOrDefault(g, g))
        : Optional.empty();
  }

  private Optional<Guard> at(TreePath path, Set<MethodSymbol> seen) {
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      Tree parent = at.getParentPath().getLeaf();
      Optional<Guard> taken = takenBy(at);
      if (taken.isPresent()) {
        return taken;
      }
      if (parent instanceof MethodTree method) {
        return ofMethod(method, seen);
      }
      if (parent instanceof LambdaExpressionTree || parent instanceof ClassTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Guard> ofMethod(MethodTree tree, Set<MethodSymbol> seen) {
    MethodSymbol method = ASTHelpers.getSymbol(tree);
    if (tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      String name = method.isStatic() ? method.enclClass().getSimpleName() + ".class" : "this";
      return Optional.of(new Guard(name, How.MONITOR)).filter(counts);
    }
    return method.isPrivate() && seen.add(method) ? ofCallers(method, seen) : Optional.empty();
  }

  /** Returns the lock that every call of a private method is made under. */
  private Optional<Guard> ofCallers(MethodSymbol method, Set<MethodSymbol> seen) {
    List<TreePath> calls = file.usesOf(method);
    Optional<Guard> common = calls.isEmpty() ? Optional.empty() : at(calls.get(0), seen);
    return common.filter(
        guard -> calls.stream().allMatch(call -> at(call, seen).filter(guard::equals).isPresent()));
  }

  /** {@code l.lock(); try { ... } finally { l.unlock(); }} */
  private Optional<Guard> takenBefore(TreePath path, TryTree attempt) {
    BlockTree last = attempt.getFinallyBlock();
    if (last == null) {
      return Optional.empty();
    }
    Optional<Guard> released =
        last.getStatements().stream().flatMap(s -> called(s, "unlock").stream()).findFirst();
    Optional<StatementTree> before = Statements.previous(path);
    return released.filter(
        guard ->
            before.flatMap(s -> called(s, "lock")).filter(guard::equals).isPresent()
                || attempt.getBlock().getStatements().stream()
                    .limit(1)
                    .anyMatch(s -> called(s, "lock").filter(guard::equals).isPresent())
                || isTriedBefore(path, guard));
  }

  /** What is given up in the end, come what may, was taken before, be it by an attempt. */
  private boolean isTriedBefore(TreePath attempt, Guard guard) {
    int start = file.start(attempt.getLeaf());
    return Expressions.contains(
        SourceFile.containerOf(attempt).getLeaf(),
        t ->
            file.end(t) <= start
                && (isCallOn(guard, t, "tryLock") || isCallOn(guard, t, "lockInterruptibly")));
  }

  /** Returns whether an attempt to take the lock decides about whether the code is run. */
  boolean isAfterAttempt(Guard guard, TreePath path) {
    for (TreePath at = path; !SourceFile.isContainer(at.getLeaf()); at = at.getParentPath()) {
      if (at.getLeaf() instanceof IfTree decision
          && Expressions.contains(decision.getCondition(), t -> isAttempt(guard, t))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAttempt(Guard guard, Tree tree) {
    return isCallOn(guard, tree, "tryLock")
        || (tree instanceof IdentifierTree
            && file.declarationOf(ASTHelpers.getSymbol(tree))
                .filter(path -> path.getLeaf() instanceof VariableTree)
                .map(path -> ((VariableTree) path.getLeaf()).getInitializer())
                .filter(made -> isCallOn(guard, made, "tryLock"))
                .isPresent());
  }

  /** Returns whether {@code tree} calls the method of the lock. */
  boolean isCallOn(Guard guard, Tree tree, String method) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(method)
        && name(select.getExpression()).equals(guard.name());
  }

  private Optional<Guard> called(StatementTree statement, String method) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(method)
        ? Optional.of(new Guard(name(select.getExpression()), How.LOCK))
        : Optional.empty();
  }

  private String name(ExpressionTree tree) {
    return name(file, tree);
  }

  /** Returns the name of a lock without the object that holds it. */
  static String name(SourceFile file, ExpressionTree tree) {
    String text = file.text(Expressions.strip(tree));
    return text.startsWith("this.") ? text.substring("this.".length()) : text;
  }
}
