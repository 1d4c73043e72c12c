package dev.interlock.analysis.lock;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trees of one body, without the insides of lambdas and classes in it, and what their
 * control-flow graph will cost.
 */
final class BodyTrees extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final List<Tree> trees = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final long maxCost;
  private final EnumSet<Kind> jumps = EnumSet.noneOf(Kind.class);
  private int parent = -1;
  private long copies = 1;
  private long cost;

  private BodyTrees(long maxCost) {
    this.maxCost = maxCost;
  }

  /**
   * Collects the trees of {@code body}.
   *
   * @throws LockAnalysisException if there are more than {@code maxCost}
   */
  static BodyTrees of(Tree body, long maxCost) {
    BodyTrees scanner = new BodyTrees(maxCost);
    if (body instanceof MethodTree method) {
      scanner.scan(method.getBody(), null);
    } else if (body instanceof LambdaExpressionTree lambda) {
      scanner.scan(lambda.getBody(), null);
    } else {
      scanner.scan(body, null);
    }
    return scanner;
  }

  Stream<Tree> stream() {
    return trees.stream();
  }

  /**
   * Gives each tree a value: its own, or that of the first tree inside it that has one, or that of
   * the expression around it; {@code otherwise} for a statement without any.
   */
  <T> void assign(Function<Tree, @Nullable T> own, T otherwise, BiConsumer<Tree, T> result) {
    List<@Nullable T> values = new ArrayList<>();
    trees.forEach(tree -> values.add(own.apply(tree)));
    Set<Integer> borrowing = new HashSet<>();
    // Trees are listed before their parts, so going backwards the first part is seen last.
    for (int i = trees.size() - 1; i > 0; i--) {
      int outer = parents.get(i);
      if (values.get(i) != null && (values.get(outer) == null || borrowing.contains(outer))) {
        values.set(outer, values.get(i));
        borrowing.add(outer);
      }
    }
    for (int i = 0; i < trees.size(); i++) {
      if (values.get(i) == null) {
        values.set(i, i == 0 || isStatement(trees.get(i)) ? otherwise : values.get(parents.get(i)));
      }
      result.accept(trees.get(i), values.get(i));
    }
  }

  /**
   * Returns whether {@code tree} is a statement; javac's class of a {@code case} is one by name.
   */
  private static boolean isStatement(Tree tree) {
    return tree instanceof StatementTree && !(tree instanceof CaseTree);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null) {
      return null;
    }
    cost += copies;
    if (cost > maxCost) {
      throw new LockAnalysisException("the body has more than " + maxCost + " parts");
    }
    switch (tree.getKind()) {
      case RETURN, BREAK, CONTINUE -> jumps.add(tree.getKind());
      default -> {}
    }
    int outer = parent;
    parents.add(outer);
    parent = trees.size();
    trees.add(tree);
    if (!(tree instanceof LambdaExpressionTree || tree instanceof ClassTree)) {
      super.scan(tree, null);
    }
    parent = outer;
    return null;
  }

  /** Counts a {@code finally} block once per way to leave the block that it belongs to. */
  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    EnumSet<Kind> jumpsBefore = EnumSet.copyOf(jumps);
    jumps.clear();
    scan(tree.getResources(), null);
    scan(tree.getBlock(), null);
    scan(tree.getCatches(), null);
    long copiesBefore = copies;
    copies *= 2 + jumps.size();
    scan(tree.getFinallyBlock(), null);
    copies = copiesBefore;
    jumps.addAll(jumpsBefore);
    return null;
  }
}
