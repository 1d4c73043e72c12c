package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/** Something that a value was computed from. */
public sealed interface Dependency {

  /** How many calls in each other are followed, as in {@code mask(spread(key.hashCode()))}. */
  int MAX_CALLS = 3;

  /** The value that an access read. */
  record OnRead(Access read) implements Dependency {}

  /**
   * The value of a parameter, or of a variable captured from the defining body.
   *
   * @param folded whether different values of the variable may give the same result, as a remainder
   *     does
   */
  record OnVariable(VarSymbol symbol, boolean folded) implements Dependency {}

  /** The object that the body runs on. */
  record OnThis() implements Dependency {}

  /** What a call returned. */
  record OnResult(Call call, boolean folded) implements Dependency {}

  /**
   * Which turn of a loop it is.
   *
   * @param folded whether the result may be the same in different turns
   */
  record OnLoop(Tree loop, boolean folded) implements Dependency {}

  /** Returns whether folding changes nothing, be it that nothing can be folded. */
  private boolean isFolded() {
    if (this instanceof OnVariable variable) {
      return variable.folded();
    }
    if (this instanceof OnResult result) {
      return result.folded();
    }
    return !(this instanceof OnLoop turn) || turn.folded();
  }

  /** Returns this dependency of a result that may be the same for different operands. */
  default Dependency fold() {
    if (this instanceof OnVariable variable) {
      return new OnVariable(variable.symbol(), true);
    }
    if (this instanceof OnResult result) {
      return new OnResult(result.call(), true);
    }
    return this instanceof OnLoop turn ? new OnLoop(turn.loop(), true) : this;
  }

  /** Returns the dependencies of a result that may be the same for different operands. */
  static ImmutableSet<Dependency> folded(ImmutableSet<Dependency> dependencies) {
    if (areFolded(dependencies)) {
      return dependencies;
    }
    ImmutableSet.Builder<Dependency> folded = ImmutableSet.builder();
    for (Dependency dependency : dependencies) {
      folded.add(dependency.fold());
    }
    return folded.build();
  }

  /**
   * Returns what results may be the same for as well as {@code dependencies}: what the calls among
   * them were given, and what that was computed from in turn.
   */
  static ImmutableSet<Dependency> withOperands(ImmutableSet<Dependency> dependencies) {
    ImmutableSet.Builder<Dependency> all = ImmutableSet.builder();
    addOperands(dependencies, MAX_CALLS, all);
    return all.build();
  }

  private static void addOperands(
      ImmutableSet<Dependency> dependencies, int calls, ImmutableSet.Builder<Dependency> all) {
    for (Dependency dependency : folded(dependencies)) {
      all.add(dependency);
      boolean made =
          dependency instanceof OnResult result && result.call().allocation().isPresent();
      if (dependency instanceof OnResult result && calls > 0 && !(made && calls < MAX_CALLS)) {
        addOperands(result.call().receiver().dependencies(), calls - 1, all);
        for (Value argument : result.call().arguments()) {
          addOperands(argument.dependencies(), calls - 1, all);
        }
      }
    }
  }

  private static boolean areFolded(ImmutableSet<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      if (!dependency.isFolded()) {
        return false;
      }
    }
    return true;
  }
}
