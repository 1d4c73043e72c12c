package dev.interlock.analysis.lock;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trees of one body, without the insides of lambdas and classes in it, and what their
 * control-flow graph will cost.
 */
final class BodyTrees extends TreeScanner<@Nullable Void, @Nullable Void> {
  /** A {@code finally} block is copied per way to leave the block it belongs to. */
  private static final int COPIES_OF_FINALLY = 5;

  private final List<Tree> trees = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final long maxCost;
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

  /**
   * Gives each tree a value: its own, or the one of the first tree inside it that has one, or
   * {@code otherwise}.
   */
  <T> void assign(Function<Tree, @Nullable T> own, T otherwise, BiConsumer<Tree, T> result) {
    List<@Nullable T> values = new ArrayList<>();
    for (Tree tree : trees) {
      values.add(own.apply(tree));
    }
    boolean[] hasOwn = new boolean[trees.size()];
    for (int i = 0; i < hasOwn.length; i++) {
      hasOwn[i] = values.get(i) != null;
    }
    // Trees are listed before their parts, so going backwards the first part is seen last.
    for (int i = trees.size() - 1; i > 0; i--) {
      T value = values.get(i);
      int outer = parents.get(i);
      if (value != null && !hasOwn[outer]) {
        values.set(outer, value);
      }
    }
    for (int i = 0; i < trees.size(); i++) {
      T value = values.get(i);
      result.accept(trees.get(i), value != null ? value : otherwise);
    }
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

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    scan(tree.getResources(), null);
    scan(tree.getBlock(), null);
    scan(tree.getCatches(), null);
    copies *= COPIES_OF_FINALLY;
    scan(tree.getFinallyBlock(), null);
    copies /= COPIES_OF_FINALLY;
    return null;
  }
}
