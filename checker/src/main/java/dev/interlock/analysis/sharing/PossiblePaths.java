package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.PathTypes;

/**
 * Tells paths that lead somewhere from those that calls of overridden methods make up: a constant
 * of an anonymous class has no field of its sister class, and {@code EMPTY} has nothing in it.
 */
final class PossiblePaths {
  private final PathTypes types;

  PossiblePaths(PathTypes types) {
    this.types = types;
  }

  /** Returns whether there may be something at {@code path}. */
  boolean isPossible(AccessPath path) {
    for (int i = 0; i + 1 < path.selectors().size(); i++) {
      if (path.selectors().get(i) instanceof Selector.Field field
          && !isPossible(field.symbol(), path.selectors().get(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private boolean isPossible(VarSymbol holder, Selector next) {
    return !isEmptyConstant(holder)
        && !(next instanceof Selector.Field field
            && field.symbol().owner instanceof ClassSymbol owner
            && !types.mayHold(holder, owner));
  }

  private static boolean isEmptyConstant(VarSymbol field) {
    String name = field.getSimpleName().toString();
    return field.isStatic()
        && (field.flags() & Flags.FINAL) != 0
        && (name.equals("EMPTY") || name.startsWith("EMPTY_"));
  }
}
