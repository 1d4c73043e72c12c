package dev.interlock.analysis.callgraph;

import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether an object of one erased type may be of another. The searches for callers ask this of few
 * pairs of classes, but of each very often, and javac answers by a walk over all supertypes.
 */
final class Casts {
  private final Types types;
  private final Map<TypeSymbol, Map<TypeSymbol, Boolean>> castable = new HashMap<>();
  private final Map<TypeSymbol, Map<TypeSymbol, Boolean>> subtypes = new HashMap<>();

  Casts(Types types) {
    this.types = types;
  }

  /** Returns whether an object held as a {@code given} may be a {@code wanted}. */
  boolean isCastable(Type given, Type wanted) {
    if (!given.hasTag(TypeTag.CLASS) || !wanted.hasTag(TypeTag.CLASS)) {
      return types.isCastable(types.erasure(given), types.erasure(wanted));
    }
    Map<TypeSymbol, Boolean> known = row(castable, given);
    Boolean answer = known.get(wanted.tsym);
    if (answer == null) {
      answer = types.isCastable(types.erasure(given), types.erasure(wanted));
      known.put(wanted.tsym, answer);
    }
    return answer;
  }

  /** Returns whether each object of type {@code given} is a {@code wanted}. */
  boolean isSubtype(Type given, Type wanted) {
    if (!given.hasTag(TypeTag.CLASS) || !wanted.hasTag(TypeTag.CLASS)) {
      return types.isSubtype(types.erasure(given), types.erasure(wanted));
    }
    Map<TypeSymbol, Boolean> known = row(subtypes, given);
    Boolean answer = known.get(wanted.tsym);
    if (answer == null) {
      answer = types.isSubtype(types.erasure(given), types.erasure(wanted));
      known.put(wanted.tsym, answer);
    }
    return answer;
  }

  private static Map<TypeSymbol, Boolean> row(
      Map<TypeSymbol, Map<TypeSymbol, Boolean>> table, Type given) {
    Map<TypeSymbol, Boolean> row = table.get(given.tsym);
    if (row == null) {
      row = new HashMap<>();
      table.put(given.tsym, row);
    }
    return row;
  }
}
