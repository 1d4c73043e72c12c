package dev.interlock.analysis;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.sharing.LocationKind;

/** Races that cannot lose anything. */
final class Benign {

  /**
   * Returns whether an operation may race with itself and still lose nothing: the racy single check
   * of a value that comes out the same whoever computes it (Bloch, Effective Java, item 83).
   */
  boolean isBenign(CompoundOperation operation, LocationKind kind) {
    if (!(operation instanceof CheckThenAct)
        || kind == LocationKind.ATOMIC
        || kind == LocationKind.CONCURRENT_CONTENT
        || kind == LocationKind.UNSAFE_CONTENT
        || !(operation.location().last().orElse(null) instanceof Selector.Field field)) {
      return false;
    }
    return isImmutable(field.symbol())
        && operation.write().data().reads().isEmpty()
        && operation.write().data().variables().isEmpty();
  }

  private static boolean isImmutable(VarSymbol field) {
    Type type = field.type;
    if (type.isPrimitive()) {
      return type.getTag() != TypeTag.BOOLEAN;
    }
    String name = type.tsym.getQualifiedName().toString();
    return name.equals("java.lang.String");
  }
}
