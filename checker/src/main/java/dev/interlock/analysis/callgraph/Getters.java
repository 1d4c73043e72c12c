package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Sees through methods of the compilation that return something the caller could name. */
public final class Getters {
  private static final int MAX_STEPS = 4;

  /** A method that may return more things than this is no getter. */
  private static final int MAX_RESULTS = 4;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final Translation translation;
  private final Map<AccessPath, ImmutableSet<AccessPath>> resolved = new HashMap<>();

  public Getters(CompilationIndex index, CallGraph graph, Translation translation) {
    this.index = index;
    this.graph = graph;
    this.translation = translation;
  }

  /**
   * Returns what {@code path} names in terms of its body, if it starts at the result of a method of
   * this compilation; else the path itself.
   */
  public ImmutableSet<AccessPath> resolve(AccessPath path) {
    if (!(path.root() instanceof Root.Result)) {
      return ImmutableSet.of(path);
    }
    ImmutableSet<AccessPath> known = resolved.get(path);
    if (known == null) {
      known = resolve(path, MAX_STEPS);
      resolved.put(path, known);
    }
    return known;
  }

  private ImmutableSet<AccessPath> resolve(AccessPath path, int steps) {
    if (!(path.root() instanceof Root.Result result) || steps == 0) {
      return ImmutableSet.of(path);
    }
    Set<AccessPath> found = new LinkedHashSet<>();
    for (Body target : graph.targets(result.call())) {
      for (AccessPath returned : target.returned().paths()) {
        if (!isPossible(returned, path)) {
          continue;
        }
        for (AccessPath inside : resolve(returned, steps - 1)) {
          translation.toCaller(inside, target, result.call()).stream()
              .flatMap(start -> start.thenAll(path.selectors()).stream())
              .flatMap(named -> resolve(named, steps - 1).stream())
              .forEach(found::add);
          if (found.size() > MAX_RESULTS) {
            return ImmutableSet.of(path);
          }
        }
      }
    }
    return found.isEmpty() ? ImmutableSet.of(path) : ImmutableSet.copyOf(found);
  }

  /** Returns whether what a method returns can have the field that the path goes on with. */
  private boolean isPossible(AccessPath returned, AccessPath path) {
    if (path.selectors().isEmpty()
        || !(path.selectors().get(0) instanceof Selector.Field next)
        || !(returned.last().orElse(null) instanceof Selector.Field last)) {
      return true;
    }
    TypeSymbol type = last.symbol().type.tsym;
    ClassSymbol owner = next.symbol().enclClass();
    return type instanceof ClassSymbol held
        && owner != null
        && (held.isSubClass(owner, index.types())
            || (owner.isSubClass(held, index.types())
                && !held.getQualifiedName().contentEquals("java.lang.Object")));
  }
}
