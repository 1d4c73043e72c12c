package dev.interlock.analysis.verdict;

import com.google.common.base.Splitter;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.library.AnnotationMeaning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The locks that {@code @GuardedBy} names, in the expressions of Goetz et al., Java Concurrency in
 * Practice, appendix A: {@code this}, {@code lock}, {@code Outer.this.lock}, {@code Type.lock},
 * {@code Type.class}, {@code itself}, {@code getLock()}, {@code rwLock.writeLock()}.
 */
final class DeclaredGuards {
  private static final ImmutableSet<String> HALVES = ImmutableSet.of("readLock()", "writeLock()");

  private final CompilationIndex index;
  private final LockSummaries locks;
  private final Supplier<Boolean> declared;

  DeclaredGuards(CompilationIndex index, LockSummaries locks) {
    this.index = index;
    this.locks = locks;
    this.declared =
        Suppliers.memoize(
            () -> index.variables().stream().anyMatch(v -> expression(v).isPresent()));
  }

  /** Returns whether any variable of the compilation has a declared guard. */
  boolean areDeclared() {
    return declared.get();
  }

  /** Returns whether the location has a declared guard that is known not to be held. */
  boolean isLacking(Context context) {
    Optional<AccessPath> guard = of(context.location());
    return guard.isPresent()
        && context.locks().stream().noneMatch(lock -> maybe(lock, guard.get()));
  }

  /** Returns whether the location has a declared guard, which may be held. */
  boolean isHeld(Context context) {
    return of(context.location()).isPresent() && !isLacking(context);
  }

  private static boolean maybe(HeldLock lock, AccessPath guard) {
    return lock.paths().isEmpty()
        || lock.paths().stream()
            .anyMatch(
                path ->
                    path.root() instanceof Root.Result
                        || object(path).shape().equals(object(guard).shape()));
  }

  /** A lock and the monitor of the lock object are not told apart by the annotation. */
  private static AccessPath object(AccessPath lock) {
    return lock.last().orElse(null) instanceof Selector.Content ? lock.owner() : lock;
  }

  /**
   * Returns the lock that guards {@code location}, if the declaration of its variable names one.
   */
  private Optional<AccessPath> of(AccessPath location) {
    for (int i = location.selectors().size() - 1; i >= 0; i--) {
      if (location.selectors().get(i) instanceof Selector.Field field) {
        AccessPath owner = new AccessPath(location.root(), location.selectors().subList(0, i));
        return expression(field.symbol())
            .flatMap(text -> resolve(text, owner, field.symbol()))
            .map(this::canonical);
      }
    }
    return Optional.empty();
  }

  private AccessPath canonical(AccessPath guard) {
    Set<AccessPath> names = locks.canonical(Value.of(guard));
    return names.size() == 1 ? names.iterator().next() : guard;
  }

  private Optional<String> expression(VarSymbol field) {
    for (Attribute.Compound annotation : field.getAnnotationMirrors()) {
      String type = annotation.type.tsym.getQualifiedName().toString();
      if (index
          .library()
          .annotation(type)
          .filter(AnnotationMeaning.GUARDED_BY::equals)
          .isPresent()) {
        Attribute value = annotation.member(field.name.table.fromString("value"));
        return text(value);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Attribute value) {
    if (value instanceof Attribute.Array several) {
      return several.values.length == 1 ? text(several.values[0]) : Optional.empty();
    }
    return value instanceof Attribute.Constant constant && constant.value instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<AccessPath> resolve(String expression, AccessPath owner, VarSymbol field) {
    List<String> parts = Splitter.on('.').trimResults().splitToList(expression);
    if (parts.size() > 1 && HALVES.contains(Iterables.getLast(parts))) {
      parts = parts.subList(0, parts.size() - 1);
    }
    ClassSymbol type = field.enclClass();
    if (parts.equals(ImmutableList.of("itself"))) {
      return owner.then(new Selector.Field(field));
    }
    AccessPath path = field.isStatic() ? AccessPath.THIS : owner;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean more = i + 1 < parts.size();
      Optional<ClassSymbol> named = more ? enclosing(type, part) : Optional.empty();
      if (named.isPresent() && parts.get(i + 1).equals("class")) {
        return Optional.of(AccessPath.of(new Root.ClassObject(named.get())));
      }
      if (named.isPresent()) {
        path = named.get() == type ? path : path.outer(named.get()).orElse(path);
        type = named.get();
      } else if (!part.equals("this")) {
        Optional<AccessPath> next = member(type, part, path);
        if (next.isEmpty()) {
          return next;
        }
        path = next.get();
        type = typeOf(path).orElse(type);
      }
    }
    return Optional.of(path);
  }

  private static Optional<ClassSymbol> enclosing(ClassSymbol type, String name) {
    for (ClassSymbol around = type; around != null; around = ASTHelpers.enclosingClass(around)) {
      if (around.getSimpleName().contentEquals(name)) {
        return Optional.of(around);
      }
    }
    return Optional.empty();
  }

  /** Returns the field, or what the getter, of this name stands for. */
  private Optional<AccessPath> member(ClassSymbol type, String name, AccessPath owner) {
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof VarSymbol field && member.getSimpleName().contentEquals(name)) {
        return field.isStatic()
            ? Optional.of(AccessPath.ofStatic(field))
            : owner.then(new Selector.Field(field));
      }
      if (member instanceof MethodSymbol method && name.equals(method.getSimpleName() + "()")) {
        return index.body(method).flatMap(body -> returned(body, owner));
      }
    }
    return Optional.empty();
  }

  private static Optional<AccessPath> returned(Body getter, AccessPath owner) {
    Set<AccessPath> paths = getter.returned().paths();
    if (paths.size() != 1) {
      return Optional.empty();
    }
    AccessPath path = paths.iterator().next();
    return path.root() instanceof Root.This
        ? owner.thenAll(path.selectors())
        : Optional.of(path).filter(AccessPath::isStatic);
  }

  private static Optional<ClassSymbol> typeOf(AccessPath path) {
    return path.last().orElse(null) instanceof Selector.Field field
            && field.symbol().type.tsym instanceof ClassSymbol type
        ? Optional.of(type)
        : Optional.empty();
  }
}
