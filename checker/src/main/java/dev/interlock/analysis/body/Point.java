package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body where something happens. Two points are the same if the same happens at the
 * same position, whatever is around.
 *
 * @param order position in source order, which is execution order but for loops
 * @param tree what happens there
 * @param control the innermost condition that decides whether it happens
 * @param loop the innermost loop around it
 * @param monitor the innermost {@code synchronized} block or method around it
 */
public record Point(
    int order,
    Tree tree,
    @Nullable Condition control,
    @Nullable Loop loop,
    @Nullable Monitor monitor) {

  /** What a condition must have come out as where a point is reached. */
  public enum Outcome {
    TRUE,
    FALSE,
    /** It may have come out either way, or it is no boolean. */
    ANY
  }

  /** A condition, what it came out as, and the one around it. */
  public record Condition(Tree tree, Value value, Outcome outcome, @Nullable Condition outer) {

    /** Returns whether the condition asks which of two values is the greater one. */
    public boolean isOrder() {
      return tree instanceof ExpressionTree expression
          && switch (ASTHelpers.stripParentheses(expression).getKind()) {
            case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> true;
            default -> false;
          };
    }
  }

  /** A loop, or something that repeats its inside like one, and the loop around it. */
  public record Loop(Tree tree, @Nullable Loop outer) {}

  /**
   * A {@code synchronized} statement or method, or the block of a try-with-resources, and the one
   * around it.
   *
   * @param lock the object that is locked, or the resource
   * @param isResource whether the lock, if the resource stands for one, is given back by closing it
   */
  public record Monitor(Tree tree, Value lock, boolean isResource, @Nullable Monitor outer) {}

  /** Returns what the conditions that decide about this point were computed from. */
  public ImmutableSet<Dependency> controlDependencies() {
    if (control == null) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Dependency> all = ImmutableSet.builder();
    for (Condition c = control; c != null; c = c.outer()) {
      all.addAll(c.value().dependencies());
    }
    return all.build();
  }

  /** Returns whether this point is reached only where {@code condition} came out as it says. */
  public boolean isUnder(Condition condition) {
    for (Condition c = control; c != null; c = c.outer()) {
      if (c.tree() == condition.tree() && c.outcome() == condition.outcome()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether all conditions of {@code other} hold at this point as well. */
  public boolean isUnderConditionsOf(Point other) {
    for (Condition c = other.control; c != null; c = c.outer()) {
      if (!isUnder(c)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a condition came out differently for this point and the other one. */
  public boolean isAlternativeTo(Point other) {
    for (Condition a = control; a != null; a = a.outer()) {
      for (Condition b = other.control; b != null; b = b.outer()) {
        if (a.tree() == b.tree() && a.outcome() != b.outcome()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether {@code loopTree} is around this point. */
  public boolean isInside(Tree loopTree) {
    for (Loop l = loop; l != null; l = l.outer()) {
      if (l.tree() == loopTree) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Point point && order == point.order && tree == point.tree;
  }

  @Override
  public int hashCode() {
    return 31 * order + System.identityHashCode(tree);
  }
}
