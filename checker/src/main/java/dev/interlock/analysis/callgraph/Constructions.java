package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites paths that lead through objects whose making is known to what their makers put there:
 * {@code new Task(totals).totals.bytes} is {@code totals.bytes}, and so is {@code
 * task.totals.bytes} where the field {@code task} only ever holds that new task.
 */
public final class Constructions {
  private static final int MAX_STEPS = 8;

  /** So many constructors, at the most, hand an argument on to each other. */
  private static final int MAX_DELEGATIONS = 4;

  private final CompilationIndex index;
  private final FieldOrigins origins;
  private final Map<VarSymbol, Optional<Allocation>> held = new HashMap<>();

  public Constructions(CompilationIndex index, FieldOrigins origins) {
    this.index = index;
    this.origins = origins;
  }

  /** Returns the shortest name that is known for what {@code path} names. */
  public AccessPath resolve(AccessPath path) {
    AccessPath current = path;
    for (int steps = 0; steps < MAX_STEPS; steps++) {
      Optional<AccessPath> next = resolveOnce(current);
      if (next.isEmpty()) {
        return current;
      }
      current = next.get();
    }
    return current;
  }

  private Optional<AccessPath> resolveOnce(AccessPath path) {
    ImmutableList<Selector> selectors = path.selectors();
    for (int i = 1; i < selectors.size(); i++) {
      if (selectors.get(i) instanceof Selector.Outer outer) {
        Optional<AccessPath> keeper = keeperOf(outer.type(), path.root(), selectors.subList(0, i));
        if (keeper.isPresent()) {
          return keeper.get().thenAll(selectors.subList(i + 1, selectors.size()));
        }
      }
    }
    if (path.root() instanceof Root.Fresh fresh && !selectors.isEmpty()) {
      Optional<AccessPath> given =
          given(fresh.allocation(), selectors.get(0)).or(() -> copied(fresh.allocation(), path));
      if (given.isPresent()) {
        return given.get().thenAll(selectors.subList(1, selectors.size()));
      }
    }
    for (int i = 0; i + 1 < selectors.size(); i++) {
      if (selectors.get(i) instanceof Selector.Field holder) {
        Optional<Allocation> made = allocationIn(holder.symbol());
        if (made.isEmpty()) {
          continue;
        }
        AccessPath owner = new AccessPath(path.root(), selectors.subList(0, i));
        Optional<AccessPath> given =
            given(made.get(), selectors.get(i + 1))
                .flatMap(p -> inOwner(p, made.get().body(), owner));
        if (given.isPresent()) {
          return given.get().thenAll(selectors.subList(i + 2, selectors.size()));
        }
      }
    }
    return Optional.empty();
  }

  /** What a class keeps of its inner classes' objects are those that belong to the keeper. */
  private Optional<AccessPath> keeperOf(
      ClassSymbol type, Root root, ImmutableList<Selector> selectors) {
    for (int i = selectors.size() - 1; i >= 0; i--) {
      if (selectors.get(i) instanceof Selector.Field field) {
        ClassSymbol owner = field.symbol().enclClass();
        return !field.symbol().isStatic() && owner != null && owner.isSubClass(type, index.types())
            ? Optional.of(new AccessPath(root, selectors.subList(0, i)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The elements of a copy are those of the container that it was made from. */
  private static Optional<AccessPath> copied(Allocation made, AccessPath path) {
    Set<AccessPath> containers = made.copied().paths();
    return containers.size() == 1
            && path.selectors().size() > 1
            && path.selectors().get(0) instanceof Selector.Content
        ? Iterables.getOnlyElement(containers).then(path.selectors().get(0))
        : Optional.empty();
  }

  /** Returns what a new object is given for a part of it, in terms of the body that makes it. */
  private Optional<AccessPath> given(Allocation made, Selector part) {
    Value value = Value.UNKNOWN;
    if (part instanceof Selector.Outer outer) {
      value = outerInstance(made, outer.type());
    } else if (part instanceof Selector.Field field
        && origins.of(field.symbol()) instanceof Origin.Injected injected
        && origins.isStable(field.symbol())) {
      value = argument(made, field.symbol(), injected.parameter());
    }
    return value.paths().size() == 1
        ? Optional.of(Iterables.getOnlyElement(value.paths()))
        : Optional.empty();
  }

  private Value outerInstance(Allocation made, ClassSymbol type) {
    if (!made.outer().paths().isEmpty()) {
      return made.outer();
    }
    ClassSymbol maker = made.body().enclosingClass();
    if (maker.isSubClass(type, index.types())) {
      return Value.of(AccessPath.THIS);
    }
    return AccessPath.THIS.outer(type).map(Value::of).orElse(Value.UNKNOWN);
  }

  /**
   * Returns the argument of {@code made} that comes to be stored in {@code field}, which the
   * constructors that store it have as their parameter of this index.
   */
  private Value argument(Allocation made, VarSymbol field, int parameter) {
    Optional<Body> constructor = made.constructor().flatMap(call -> index.body(call.method()));
    if (constructor.isEmpty() || origins.assignments(field).isEmpty()) {
      return made.type().tsym == field.owner
          ? argument(made.arguments(), parameter)
          : Value.UNKNOWN;
    }
    int stored = storedParameter(constructor.get(), field, parameter, MAX_DELEGATIONS);
    return stored < 0 ? Value.UNKNOWN : argument(made.arguments(), stored);
  }

  private static Value argument(List<Value> arguments, int parameter) {
    return parameter < arguments.size() ? arguments.get(parameter) : Value.UNKNOWN;
  }

  /** Returns the parameter that a constructor stores, or has another one store; -1 if none. */
  private int storedParameter(Body constructor, VarSymbol field, int parameter, int delegations) {
    if (origins.assignments(field).stream().map(Access::body).anyMatch(constructor::equals)) {
      return parameter;
    }
    if (delegations == 0) {
      return -1;
    }
    for (Call call : constructor.calls()) {
      if (call.method().isConstructor() && call.allocation().isEmpty()) {
        int there =
            index
                .body(call.method())
                .map(next -> storedParameter(next, field, parameter, delegations - 1))
                .orElse(-1);
        return there < 0 ? -1 : parameterIn(argument(call.arguments(), there), constructor);
      }
    }
    return -1;
  }

  private static int parameterIn(Value value, Body constructor) {
    if (value.paths().size() != 1) {
      return -1;
    }
    AccessPath path = Iterables.getOnlyElement(value.paths());
    return path.selectors().isEmpty() && path.root() instanceof Root.Variable variable
        ? constructor.parameters().indexOf(variable.symbol())
        : -1;
  }

  /** Returns the one object that a field ever holds, if its owner makes it for the field. */
  private Optional<Allocation> allocationIn(VarSymbol field) {
    Optional<Allocation> known = held.get(field);
    if (known == null) {
      known = findAllocation(field);
      held.put(field, known);
    }
    return known;
  }

  private Optional<Allocation> findAllocation(VarSymbol field) {
    if (field.isStatic() || !(origins.of(field) instanceof Origin.Owned)) {
      return Optional.empty();
    }
    List<Access> assignments = origins.assignments(field);
    if (assignments.size() != 1 || !assignments.get(0).body().isInitialization()) {
      return Optional.empty();
    }
    return assignments.get(0).written().paths().stream()
        .map(AccessPath::root)
        .filter(Root.Fresh.class::isInstance)
        .map(root -> ((Root.Fresh) root).allocation())
        .filter(made -> made.body() == assignments.get(0).body())
        .findFirst();
  }

  /** Rewrites a path of what initialises an object into a path that leads through {@code owner}. */
  private Optional<AccessPath> inOwner(AccessPath path, Body initialization, AccessPath owner) {
    if (path.isStatic()
        || path.root() instanceof Root.ClassObject
        || path.root() instanceof Root.Shared) {
      return Optional.of(path);
    }
    if (path.root() instanceof Root.This) {
      return owner.thenAll(path.selectors());
    }
    return path.root() instanceof Root.Variable variable
        ? fieldKeeping(variable.symbol(), initialization)
            .flatMap(field -> owner.then(new Selector.Field(field)))
            .flatMap(start -> start.thenAll(path.selectors()))
        : Optional.empty();
  }

  /** Returns the field in which a constructor keeps a parameter. */
  Optional<VarSymbol> fieldKeeping(VarSymbol parameter, Body constructor) {
    int position = constructor.parameters().indexOf(parameter);
    return position < 0
        ? Optional.empty()
        : constructor.accesses().stream()
            .filter(access -> access.kind() == Access.Kind.WRITE)
            .flatMap(access -> access.location().variable().stream())
            .filter(field -> origins.of(field).equals(new Origin.Injected(position)))
            .filter(origins::isStable)
            .findFirst();
  }
}
