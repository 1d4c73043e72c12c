package dev.interlock.analysis.body;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The locks of those methods of one class that an annotation synchronizes: the field that the
 * annotation names, or one that the tool adds. They are never the monitor of the object itself.
 *
 * @see <a href="https://projectlombok.org/features/Synchronized">Lombok's Synchronized</a>
 */
final class GeneratedLocks {
  private static final String OF_INSTANCE = "$lock";
  private static final String OF_CLASS = "$LOCK";

  private final Types types;
  private final Map<String, VarSymbol> added = new HashMap<>();

  GeneratedLocks(Types types) {
    this.types = types;
  }

  /** Returns the lock of a method of {@code type} that has the annotation. */
  AccessPath of(Attribute.Compound annotation, boolean isStatic, ClassSymbol type) {
    VarSymbol lock =
        nameIn(annotation)
            .flatMap(name -> field(type, name))
            .orElseGet(() -> own(annotation, isStatic, type));
    return lock.isStatic()
        ? AccessPath.ofStatic(lock)
        : AccessPath.THIS.then(new Selector.Field(lock)).orElseThrow();
  }

  private static Optional<String> nameIn(Attribute.Compound annotation) {
    return annotation.getElementValues().values().stream()
        .map(Attribute::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  private static Optional<VarSymbol> field(ClassSymbol type, String name) {
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof VarSymbol field && field.getSimpleName().contentEquals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Returns the field that the tool adds, which has no symbol as long as it has not run. */
  private VarSymbol own(Attribute.Compound annotation, boolean isStatic, ClassSymbol type) {
    String name = isStatic ? OF_CLASS : OF_INSTANCE;
    return field(type, name)
        .orElseGet(
            () ->
                added.computeIfAbsent(
                    name,
                    n ->
                        new VarSymbol(
                            Flags.PRIVATE
                                | Flags.FINAL
                                | Flags.SYNTHETIC
                                | (isStatic ? Flags.STATIC : 0),
                            type.name.table.fromString(n),
                            types.supertype(annotation.type),
                            type)));
  }
}
