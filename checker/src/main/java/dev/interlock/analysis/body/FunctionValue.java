package dev.interlock.analysis.body;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

/**
 * A value that is code to run later: created in one body, run in place or on another thread.
 * Compared by identity of the creating tree.
 */
public sealed interface FunctionValue {

  /** Returns the expression that creates the value. */
  Tree tree();

  /** A lambda expression. */
  record Lambda(Tree tree, Body body) implements FunctionValue {
    @Override
    public boolean equals(Object o) {
      return o instanceof Lambda other && tree == other.tree;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tree);
    }
  }

  /**
   * A method reference; {@code receiver} is what it is bound to, {@link Value#UNKNOWN} for static
   * and unbound ones.
   */
  record MethodReference(Tree tree, Body creator, MethodSymbol method, Value receiver)
      implements FunctionValue {
    @Override
    public boolean equals(Object o) {
      return o instanceof MethodReference other && tree == other.tree;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tree);
    }
  }
}
