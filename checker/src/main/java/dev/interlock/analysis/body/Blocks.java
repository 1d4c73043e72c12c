package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.library.MethodEffect.ClaimsResult;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loops over a block of indices: who goes from {@code from} to {@code to} has all between to itself
 * if {@code from} is its own, but not who goes from {@code i + 1} to the end that all have in
 * common.
 */
final class Blocks {
  private static final int MAX_DEPTH = 3;

  private Blocks() {}

  /**
   * Returns what the counter of a loop tells of who runs it.
   *
   * @param start what the counter starts with
   * @param locals what local variables hold
   */
  static Value counter(
      ForLoopTree loop, VariableTree counter, Value start, Function<VarSymbol, Value> locals) {
    Set<VarSymbol> end = end(loop, ASTHelpers.getSymbol(counter));
    if (isSuccessor(counter.getInitializer())) {
      boolean bounded =
          end.stream()
              .flatMap(variable -> locals.apply(variable).dependencies().stream())
              .map(Dependency::fold)
              .anyMatch(Dependency.folded(start.dependencies())::contains);
      return bounded ? start : Value.computedFrom(Dependency.folded(start.dependencies()));
    }
    return end.isEmpty() ? start : start.and(bare(start));
  }

  /** Returns the local variables that a loop's condition compares its counter with. */
  private static Set<VarSymbol> end(ForLoopTree loop, VarSymbol counter) {
    Set<VarSymbol> found = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (ASTHelpers.getSymbol(tree) instanceof VarSymbol variable
            && variable != counter
            && !variable.getKind().isField()) {
          found.add(variable);
        }
        return null;
      }
    }.scan(loop.getCondition(), null);
    return found;
  }

  /** Returns whether an expression is {@code i + 1} or the like. */
  private static boolean isSuccessor(@Nullable ExpressionTree start) {
    return start != null
        && ASTHelpers.stripParentheses(start) instanceof BinaryTree sum
        && sum.getKind() == Tree.Kind.PLUS
        && (sum.getLeftOperand() instanceof LiteralTree
            || sum.getRightOperand() instanceof LiteralTree);
  }

  /** A start that was rounded or limited is still the start of one block only. */
  private static ImmutableSet<Dependency> bare(Value start) {
    return start.dependencies().stream()
        .flatMap(dependency -> bare(dependency, MAX_DEPTH))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Stream<Dependency> bare(Dependency dependency, int depth) {
    if (dependency instanceof Dependency.OnVariable variable) {
      return Stream.of(new Dependency.OnVariable(variable.symbol(), false));
    }
    if (dependency instanceof Dependency.OnLoop turn) {
      return Stream.of(new Dependency.OnLoop(turn.loop(), false));
    }
    if (!(dependency instanceof Dependency.OnResult result) || depth == 0) {
      return Stream.empty();
    }
    return claims(result.call())
        ? Stream.of(new Dependency.OnResult(result.call(), false))
        : result.call().arguments().stream()
            .flatMap(argument -> argument.dependencies().stream())
            .flatMap(operand -> bare(operand, depth - 1));
  }

  private static boolean claims(Call call) {
    return call.model().flatMap(model -> model.effect(ClaimsResult.class)).isPresent();
  }
}
