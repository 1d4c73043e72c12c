package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects can stand at the start of a path, by their types: a call through an interface has
 * callers with objects of other classes, which have not the field that the path goes on with.
 */
public final class PathTypes {
  private final CompilationIndex index;
  private final FieldOrigins origins;
  private final Map<VarSymbol, ImmutableSet<Type>> made = new HashMap<>();

  public PathTypes(CompilationIndex index, FieldOrigins origins) {
    this.index = index;
    this.origins = origins;
  }

  /**
   * Returns whether {@code start}, a path of {@code outer}, can take the place of {@code root} in a
   * path of {@code inner} that goes on with {@code rest}.
   */
  boolean fits(AccessPath start, Body outer, Root root, Body inner, List<Selector> rest) {
    if (start.last().orElse(null) instanceof Selector.Field field) {
      ImmutableSet<Type> only = madeFor(field.symbol());
      if (!only.isEmpty()) {
        return only.stream().anyMatch(type -> fits(type, true, root, inner, rest));
      }
    }
    boolean exact = start.selectors().isEmpty() && start.root() instanceof Root.Fresh;
    return typeOf(start, outer).filter(type -> !fits(type, exact, root, inner, rest)).isEmpty();
  }

  /** Returns whether some object that {@code holder} ever holds may be of {@code type}. */
  public boolean mayHold(VarSymbol holder, ClassSymbol type) {
    ImmutableSet<Type> only = madeFor(holder);
    return only.isEmpty()
        || only.stream().anyMatch(made -> made.tsym.isSubClass(type, index.types()));
  }

  /** Returns the types of all objects that a variable is given, if each is made for it. */
  private ImmutableSet<Type> madeFor(VarSymbol variable) {
    ImmutableSet<Type> known = made.get(variable);
    if (known == null && origins.of(variable) instanceof Origin.Injected given) {
      known = givenByMakers((ClassSymbol) variable.owner, given.parameter());
      made.put(variable, known);
    }
    if (known == null) {
      Set<Type> found = new HashSet<>();
      boolean all = true;
      for (Access assignment : origins.assignments(variable)) {
        Set<AccessPath> paths = assignment.written().paths();
        for (AccessPath path : paths) {
          all &= path.selectors().isEmpty() && path.root() instanceof Root.Fresh;
          typeOf(path.root(), assignment.body().enclosingClass()).ifPresent(found::add);
        }
        all &= !paths.isEmpty() && assignment.written().functions().isEmpty();
      }
      known = all ? ImmutableSet.copyOf(found) : ImmutableSet.of();
      made.put(variable, known);
    }
    return known;
  }

  /** Returns the types of what makers of a class give its constructors, if each is made for it. */
  private ImmutableSet<Type> givenByMakers(ClassSymbol type, int parameter) {
    Set<Type> found = new HashSet<>();
    for (Allocation object : index.makersOf(type)) {
      Set<AccessPath> given =
          parameter < object.arguments().size()
              ? object.arguments().get(parameter).paths()
              : ImmutableSet.of();
      for (AccessPath path : given) {
        if (!path.selectors().isEmpty() || !(path.root() instanceof Root.Fresh fresh)) {
          return ImmutableSet.of();
        }
        found.add(fresh.allocation().type());
      }
      if (given.isEmpty()) {
        return ImmutableSet.of();
      }
    }
    return ImmutableSet.copyOf(found);
  }

  private boolean fits(Type type, boolean exact, Root root, Body inner, List<Selector> rest) {
    if (root instanceof Root.This && !fits(type, inner.enclosingClass().type, exact)) {
      return false;
    }
    return rest.isEmpty()
        || !(rest.get(0) instanceof Selector.Field field)
        || field.symbol().isStatic()
        || field.symbol().enclClass() == null
        || fits(type, field.symbol().enclClass().type, exact);
  }

  private boolean fits(Type given, Type required, boolean exact) {
    return exact
        ? index.casts().isSubtype(given, required)
        : index.casts().isCastable(given, required);
  }

  private static Optional<Type> typeOf(AccessPath path, Body body) {
    Selector last = path.last().orElse(null);
    if (last instanceof Selector.Field field) {
      return Optional.of(field.symbol().type);
    }
    if (last instanceof Selector.Outer outer) {
      return Optional.of(outer.type().type);
    }
    return last == null ? typeOf(path.root(), body.enclosingClass()) : Optional.empty();
  }

  private static Optional<Type> typeOf(Root root, ClassSymbol around) {
    if (root instanceof Root.This) {
      return Optional.of(around.type);
    }
    if (root instanceof Root.Variable variable) {
      return Optional.of(variable.symbol().type);
    }
    if (root instanceof Root.Result result) {
      Type returned = result.call().method().getReturnType();
      return Optional.of(returned).filter(type -> type.hasTag(TypeTag.CLASS));
    }
    return root instanceof Root.Fresh fresh
        ? Optional.of(fresh.allocation().type())
        : Optional.empty();
  }
}
