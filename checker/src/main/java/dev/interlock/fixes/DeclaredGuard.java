package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.fixes.Guard.How;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The lock that {@code @GuardedBy} says must be held. */
final class DeclaredGuard {
  private DeclaredGuard() {}

  /** Returns what the annotations of the variables name; refuses if they name several locks. */
  static Optional<String> of(ImmutableList<Subject> subjects) {
    Set<Optional<String>> named = new LinkedHashSet<>();
    subjects.forEach(subject -> named.add(of(subject.variable())));
    Refusal.unless(named.size() == 1, "annotations name several locks");
    return Iterables.getOnlyElement(named);
  }

  private static Optional<String> of(VarSymbol variable) {
    for (Attribute.Compound annotation : variable.getAnnotationMirrors()) {
      if (annotation.type.tsym.getSimpleName().contentEquals("GuardedBy")) {
        Attribute value = annotation.member(variable.name.table.names.value);
        Object text =
            value instanceof Attribute.Array several && several.values.length == 1
                ? several.values[0].getValue()
                : value == null ? "" : value.getValue();
        return Optional.of(text.toString());
      }
    }
    return Optional.empty();
  }

  /** Returns the lock of the class that has the name. */
  static Optional<Guard> in(ClassSymbol owner, String name) {
    if (name.equals("this") || name.equals(owner.getSimpleName() + ".class")) {
      return Optional.of(new Guard(name, How.MONITOR));
    }
    return SteadyMonitor.fieldNamed(owner, name)
        .map(
            field ->
                new Guard(
                    name,
                    field
                            .type
                            .tsym
                            .getQualifiedName()
                            .toString()
                            .startsWith("java.util.concurrent.locks.")
                        ? How.LOCK
                        : How.MONITOR));
  }
}
