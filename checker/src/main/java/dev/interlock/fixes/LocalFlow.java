package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value that is read gets to inside of a method, by way of local variables. */
final class LocalFlow {
  private final SourceFile file;

  LocalFlow(SourceFile file) {
    this.file = file;
  }

  /** Returns whether the value, be it by way of local variables, decides about anything. */
  boolean decides(TreePath read) {
    return usesOfValue(read).anyMatch(use -> decisionAt(use).isPresent());
  }

  private Stream<TreePath> usesOfValue(TreePath read) {
    return Stream.concat(
        Stream.of(read), derivedFrom(read).stream().flatMap(local -> file.usesOf(local).stream()));
  }

  private static boolean isExit(Tree tree) {
    return tree instanceof ReturnTree
        || tree instanceof ThrowTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree;
  }

  /**
   * Returns whether the value decides about some later write, or takes part in it, be it by way of
   * local variables.
   */
  boolean leadsTo(TreePath read, Predicate<Tree> isLaterWrite) {
    return usesOfValue(read)
        .anyMatch(
            use ->
                isInside(use, isLaterWrite)
                    || decisionAt(use)
                        .filter(
                            d -> Expressions.contains(d, t -> isLaterWrite.test(t) || isExit(t)))
                        .isPresent());
  }

  private static boolean isInside(TreePath use, Predicate<Tree> isLaterWrite) {
    for (TreePath at = use; at != null && !SourceFile.isContainer(at.getLeaf()); ) {
      if (isLaterWrite.test(at.getLeaf())) {
        return true;
      }
      at = at.getParentPath();
    }
    return false;
  }

  /**
   * Returns those of {@code changes} that the value decides about, or takes part in the statement
   * of, be it by way of local variables.
   */
  ImmutableList<TreePath> dependents(TreePath read, List<TreePath> changes) {
    ImmutableList<TreePath> uses = usesOfValue(read).collect(ImmutableList.toImmutableList());
    ImmutableList<Tree> decisions =
        uses.stream()
            .flatMap(use -> decisionAt(use).stream())
            .collect(ImmutableList.toImmutableList());
    if (decisions.stream().anyMatch(d -> Expressions.contains(d, LocalFlow::isExit))) {
      return ImmutableList.copyOf(changes);
    }
    return changes.stream()
        .filter(
            change ->
                decisions.stream().anyMatch(d -> encloses(d, change.getLeaf()))
                    || uses.stream().anyMatch(u -> encloses(statementOf(change), u.getLeaf())))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean encloses(Tree outer, Tree inner) {
    return file.start(outer) <= file.start(inner) && file.end(inner) <= file.end(outer);
  }

  private static Tree statementOf(TreePath use) {
    return Statements.listed(use).orElse(use).getLeaf();
  }

  /** Returns the local variables that the value of a read gets into. */
  private Set<Symbol> derivedFrom(TreePath read) {
    Set<Symbol> derived = new HashSet<>();
    addTarget(read, derived);
    for (int known = -1; known < derived.size(); ) {
      known = derived.size();
      for (Symbol local : ImmutableList.copyOf(derived)) {
        file.usesOf(local).forEach(use -> addTarget(use, derived));
      }
    }
    return derived;
  }

  /** Adds the local variable that an expression with {@code path} in it is assigned to. */
  private static void addTarget(TreePath path, Set<Symbol> targets) {
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      Tree parent = at.getParentPath().getLeaf();
      @Nullable Symbol target = targetOf(parent, at.getLeaf());
      if (target instanceof VarSymbol variable && !variable.getKind().isField()) {
        targets.add(target);
      }
      if (parent instanceof StatementTree) {
        return;
      }
    }
  }

  private static @Nullable Symbol targetOf(Tree parent, Tree value) {
    if (parent instanceof VariableTree variable && variable.getInitializer() == value) {
      return ASTHelpers.getSymbol(variable);
    }
    if (parent instanceof EnhancedForLoopTree loop && loop.getExpression() == value) {
      return ASTHelpers.getSymbol(loop.getVariable());
    }
    return parent instanceof AssignmentTree write && write.getExpression() == value
        ? ASTHelpers.getSymbol(write.getVariable())
        : null;
  }

  /** Returns the statement or expression whose way the expression decides about. */
  private static Optional<Tree> decisionAt(TreePath path) {
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      Tree parent = at.getParentPath().getLeaf();
      Tree leaf = at.getLeaf();
      if ((parent instanceof IfTree decision && decision.getCondition() == leaf)
          || (parent instanceof ConditionalExpressionTree choice && choice.getCondition() == leaf)
          || (parent instanceof SwitchTree choice && choice.getExpression() == leaf)) {
        return Optional.of(parent);
      }
      if (parent instanceof ForLoopTree
          || parent instanceof WhileLoopTree
          || parent instanceof DoWhileLoopTree) {
        return Optional.of(parent).filter(loop -> !(leaf instanceof StatementTree));
      }
      if (leaf instanceof StatementTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
