package dev.interlock.analysis.callgraph;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the objects that fields hold come from. */
public final class FieldOrigins {

  /** Where the object that a field holds comes from. */
  public sealed interface Origin {

    /** The constructor stores its parameter of this index: the maker of the object chooses. */
    record Injected(int parameter) implements Origin {}

    /** Only ever objects made by the class for this field. */
    record Owned() implements Origin {}

    /** Anything else. */
    record Unknown() implements Origin {}
  }

  private static final Origin UNKNOWN = new Origin.Unknown();

  private final CompilationIndex index;
  private final Map<VarSymbol, Origin> origins = new HashMap<>();
  private final Map<VarSymbol, List<Access>> writes = new HashMap<>();
  private final Map<VarSymbol, Boolean> stable = new HashMap<>();

  public FieldOrigins(CompilationIndex index) {
    this.index = index;
  }

  /** Returns where the object in {@code field} comes from. */
  public Origin of(VarSymbol field) {
    Origin known = origins.get(field);
    if (known == null) {
      known = find(field);
      origins.put(field, known);
    }
    return known;
  }

  /** Returns whether the field holds the same object from the end of construction on. */
  public boolean isStable(VarSymbol field) {
    return (field.flags() & Flags.FINAL) != 0
        || stable.computeIfAbsent(
            field,
            f ->
                writes(f).size() <= 1
                    || writes(f).stream()
                        .map(Access::body)
                        .allMatch(FieldOrigins::isInitialization));
  }

  /** Deserialization makes objects, too. */
  private static boolean isInitialization(Body body) {
    return body.isInitialization()
        || body.method().filter(m -> m.getSimpleName().contentEquals("readObject")).isPresent();
  }

  private Origin find(VarSymbol field) {
    if (!field.getKind().isField()) {
      return UNKNOWN;
    }
    if ((field.flags() & Flags.SYNTHETIC) != 0) {
      return new Origin.Owned(); // a tool's own lock
    }
    if (isRecordComponent(field) && writes(field).isEmpty()) {
      return componentOrigin(field);
    }
    Origin origin = null;
    for (Access write : writes(field)) {
      Origin next = originOf(write);
      if (origin != null && !origin.equals(next)) {
        return UNKNOWN;
      }
      origin = next;
    }
    return origin == null ? UNKNOWN : origin;
  }

  private static Origin originOf(Access write) {
    Value value = write.written();
    if (value.paths().size() != 1) {
      return UNKNOWN;
    }
    AccessPath path = value.paths().iterator().next();
    if (!path.selectors().isEmpty()) {
      return UNKNOWN;
    }
    if (path.root() instanceof Root.Fresh) {
      return new Origin.Owned();
    }
    Body body = write.body();
    if (path.root() instanceof Root.Variable variable && body.kind() == Body.Kind.CONSTRUCTOR) {
      int parameter = body.parameters().indexOf(variable.symbol());
      return parameter < 0 ? UNKNOWN : new Origin.Injected(parameter);
    }
    return UNKNOWN;
  }

  private List<Access> writes(VarSymbol field) {
    List<Access> known = writes.get(field);
    if (known == null) {
      known = findWrites(field);
      writes.put(field, known);
    }
    return known;
  }

  private List<Access> findWrites(VarSymbol field) {
    return index.accessesOf(field).stream()
        .filter(access -> access.kind() == Access.Kind.WRITE)
        .filter(access -> access.location().last().equals(Optional.of(new Selector.Field(field))))
        .toList();
  }

  /** Returns the values that are stored in {@code field} anywhere in the compilation. */
  public List<Access> assignments(VarSymbol field) {
    return writes(field);
  }

  /** Returns whether what is stored in the field that a path leads to has a trait somewhere. */
  public boolean mayHave(Trait trait, AccessPath path) {
    return path.variable().filter(variable -> variable.getKind().isField()).stream()
        .flatMap(field -> assignments(field).stream())
        .anyMatch(write -> write.written().traits().contains(trait));
  }

  private static boolean isRecordComponent(VarSymbol field) {
    return (field.owner.flags() & Flags.RECORD) != 0 && !field.isStatic();
  }

  private static Origin componentOrigin(VarSymbol field) {
    int position = 0;
    for (var component : ((ClassSymbol) field.owner).getRecordComponents()) {
      if (component.name == field.name) {
        return new Origin.Injected(position);
      }
      position++;
    }
    return UNKNOWN;
  }
}
