package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * What a value comes from, in terms of one body.
 *
 * @param reads reads that the body makes or sees
 * @param variables parameters and captured variables
 * @param self whether the object that the body runs on plays a part
 */
public record Sources(ImmutableSet<Effect> reads, ImmutableSet<VarSymbol> variables, boolean self) {
  private static final int MAX = 32;

  /** Nothing that matters. */
  public static final Sources NONE = new Sources(ImmutableSet.of(), ImmutableSet.of(), false);

  /** The object that the body runs on, and no variable of it. */
  static final Sources THIS = new Sources(ImmutableSet.of(), ImmutableSet.of(), true);

  /** Returns the sources of a value that comes from both. */
  public Sources and(Sources other) {
    if (other == NONE || reads.size() >= MAX) {
      return this;
    }
    if (this == NONE) {
      return other;
    }
    ImmutableSet<Effect> allReads = union(reads, other.reads);
    ImmutableSet<VarSymbol> allVariables = union(variables, other.variables);
    boolean more = allReads != reads || allVariables != variables || (other.self && !self);
    return more ? new Sources(allReads, allVariables, self || other.self) : this;
  }

  private static <T> ImmutableSet<T> union(ImmutableSet<T> a, ImmutableSet<T> b) {
    return a.isEmpty()
        ? b
        : b.isEmpty() || a.containsAll(b)
            ? a
            : ImmutableSet.<T>builder().addAll(a).addAll(b).build();
  }
}
