package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.interlock.library.Trait;

/**
 * What is known of the value of an expression.
 *
 * @param paths the objects it may be; empty if unknown or no object
 * @param dependencies what it was computed from
 * @param functions the lambdas and method references it may be
 * @param traits properties of the object that its type does not show
 */
public record Value(
    ImmutableSet<AccessPath> paths,
    ImmutableSet<Dependency> dependencies,
    ImmutableSet<FunctionValue> functions,
    ImmutableSet<Trait> traits) {

  /** More alternatives than this are not told apart from an unknown value. */
  private static final int MAX_PATHS = 4;

  private static final int MAX_DEPENDENCIES = 24;

  /** Nothing is known. */
  public static final Value UNKNOWN =
      new Value(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

  /** Returns the value that is the object at {@code path}. */
  public static Value of(AccessPath path) {
    return new Value(
        ImmutableSet.of(path), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
  }

  /** Returns the value that is a function. */
  public static Value of(FunctionValue function) {
    return new Value(
        ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(function), ImmutableSet.of());
  }

  /** Returns a plain value that was computed from {@code dependencies}. */
  public static Value computedFrom(ImmutableSet<Dependency> dependencies) {
    return dependencies.isEmpty()
        ? UNKNOWN
        : new Value(ImmutableSet.of(), cap(dependencies), ImmutableSet.of(), ImmutableSet.of());
  }

  /** Returns the value that is this one or {@code other}, whichever way the program went. */
  public Value or(Value other) {
    if (equals(other) || other == UNKNOWN) {
      return this;
    }
    if (this == UNKNOWN) {
      return other;
    }
    ImmutableSet<AccessPath> union = union(paths, other.paths);
    return new Value(
        union.size() > MAX_PATHS ? ImmutableSet.of() : union,
        cap(union(dependencies, other.dependencies)),
        union(functions, other.functions),
        ImmutableSet.copyOf(Sets.intersection(traits, other.traits)));
  }

  /** Returns this value, computed from {@code more} as well. */
  public Value and(ImmutableSet<Dependency> more) {
    return more.isEmpty() || dependencies.containsAll(more)
        ? this
        : new Value(paths, cap(union(dependencies, more)), functions, traits);
  }

  /**
   * Returns this value after another one has been put in the place of the object that {@code
   * replaced} named: an object taken from there has no name any more.
   */
  Value without(AccessPath replaced) {
    if (!leadsThrough(replaced)) {
      return this;
    }
    ImmutableSet<AccessPath> kept =
        paths.stream()
            .filter(path -> !path.startsWith(replaced))
            .collect(ImmutableSet.toImmutableSet());
    return new Value(kept, dependencies, functions, traits);
  }

  private boolean leadsThrough(AccessPath place) {
    for (AccessPath path : paths) {
      if (path.startsWith(place)) {
        return true;
      }
    }
    return false;
  }

  /** Returns this value with the traits {@code traits}. */
  public Value with(ImmutableSet<Trait> traits) {
    return this.traits.equals(traits) ? this : new Value(paths, dependencies, functions, traits);
  }

  private static <T> ImmutableSet<T> union(ImmutableSet<T> a, ImmutableSet<T> b) {
    return a.isEmpty()
        ? b
        : b.isEmpty() || a.containsAll(b)
            ? a
            : ImmutableSet.<T>builder().addAll(a).addAll(b).build();
  }

  private static ImmutableSet<Dependency> cap(ImmutableSet<Dependency> all) {
    return all.size() <= MAX_DEPENDENCIES
        ? all
        : all.stream().limit(MAX_DEPENDENCIES).collect(ImmutableSet.toImmutableSet());
  }
}
