package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sees through methods of the compilation that return something the caller could name. */
public final class Getters {
  private static final int MAX_STEPS = 4;

  private final CallGraph graph;
  private final Translation translation;

  public Getters(CallGraph graph, Translation translation) {
    this.graph = graph;
    this.translation = translation;
  }

  /**
   * Returns what {@code path} names in terms of its body, if it starts at the result of a method of
   * this compilation; else the path itself.
   */
  public ImmutableSet<AccessPath> resolve(AccessPath path) {
    return resolve(path, MAX_STEPS);
  }

  private ImmutableSet<AccessPath> resolve(AccessPath path, int steps) {
    if (!(path.root() instanceof Root.Result result) || steps == 0) {
      return ImmutableSet.of(path);
    }
    Set<AccessPath> found = new LinkedHashSet<>();
    for (Body target : graph.targets(result.call())) {
      for (AccessPath returned : target.returned().paths()) {
        for (AccessPath inside : resolve(returned, steps - 1)) {
          translation.toCaller(inside, target, result.call()).stream()
              .flatMap(start -> start.thenAll(path.selectors()).stream())
              .flatMap(named -> resolve(named, steps - 1).stream())
              .forEach(found::add);
        }
      }
    }
    return found.isEmpty() ? ImmutableSet.of(path) : ImmutableSet.copyOf(found);
  }
}
