package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells paths that lead somewhere from those that calls of overridden methods make up: a constant
 * of an anonymous class has no field of its sister class, and {@code EMPTY} has nothing in it.
 */
final class PossiblePaths {
  private final FieldOrigins origins;
  private final Types types;

  PossiblePaths(FieldOrigins origins, Types types) {
    this.origins = origins;
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
            && lacks(holder, owner));
  }

  private static boolean isEmptyConstant(VarSymbol field) {
    String name = field.getSimpleName().toString();
    return field.isStatic()
        && (field.flags() & Flags.FINAL) != 0
        && (name.equals("EMPTY") || name.startsWith("EMPTY_"));
  }

  /** Returns whether all objects that a field ever holds are known to be of other classes. */
  private boolean lacks(VarSymbol holder, ClassSymbol owner) {
    List<ClassSymbol> held = new ArrayList<>();
    for (Access write : origins.assignments(holder)) {
      if (write.written().paths().size() != 1) {
        return false;
      }
      AccessPath value = write.written().paths().iterator().next();
      if (!value.selectors().isEmpty()
          || !(value.root() instanceof Root.Fresh fresh)
          || !(fresh.allocation().type().tsym instanceof ClassSymbol type)) {
        return false;
      }
      held.add(type);
    }
    return !held.isEmpty() && held.stream().noneMatch(type -> type.isSubClass(owner, types));
  }
}
