package dev.interlock.analysis.task;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/** What stands for the executor of a launch, equal for the same one whoever names it. */
final class ExecutorKeys {
  /** So many constructors, at the most, hand an executor on to each other. */
  private static final int MAX_STEPS = 3;

  private final CompilationIndex index;
  private final FieldOrigins origins;
  private final LockSummaries names;
  private final Map<VarSymbol, VarSymbol> sources = new HashMap<>();

  ExecutorKeys(CompilationIndex index, FieldOrigins origins, LockSummaries names) {
    this.index = index;
    this.origins = origins;
    this.names = names;
  }

  /** Returns the key of the executor of a launch, if it has one. */
  Optional<Object> keyOf(Call call, Optional<Launches> launch, Optional<Value> executor) {
    if (launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent()) {
      return Optional.of(RunsOn.EVENT_LOOP);
    }
    return executor
        .map(names::canonical)
        .filter(paths -> !paths.isEmpty())
        .map(
            paths -> paths.stream().map(p -> inItsOwner(p, call.body())).collect(toImmutableSet()));
  }

  /** Returns the variable of an executor that code outside of the compilation has made. */
  Optional<VarSymbol> given(Value executor) {
    ImmutableSet<AccessPath> paths = names.canonical(executor);
    return paths.size() == 1
        ? paths.iterator().next().variable().filter(this::isMadeElsewhere)
        : Optional.empty();
  }

  private boolean isMadeElsewhere(VarSymbol executor) {
    return executor.getKind() == ElementKind.PARAMETER
        || (origins.of(executor) instanceof Origin.Injected
            && index.allocationsOf(executor.enclClass()).isEmpty());
  }

  /** Returns the names that an executor has where it comes from, if fields hold it. */
  ImmutableSet<AccessPath> sourcesOf(Value executor) {
    return names.canonical(executor).stream()
        .filter(path -> path.last().orElse(null) instanceof Selector.Field)
        .map(path -> sourceOf(path.variable().orElseThrow(), MAX_STEPS))
        .flatMap(field -> named(field).stream())
        .collect(toImmutableSet());
  }

  /**
   * Returns an executor as its owner names it. An inner class calls it by another name than the
   * class around it, and so does an object that was given it.
   */
  private AccessPath inItsOwner(AccessPath executor, Body body) {
    if (executor.last().orElse(null) instanceof Selector.Field field && !executor.isStatic()) {
      return named(sourceOf(field.symbol(), MAX_STEPS)).orElse(executor);
    }
    return executor.root() instanceof Root.Fresh && executor.selectors().isEmpty()
        ? keptAs(executor, body).orElse(executor)
        : executor;
  }

  private static Optional<AccessPath> named(VarSymbol field) {
    return AccessPath.THIS.then(new Selector.Field(field));
  }

  /** Returns the variable of its maker that keeps a new executor. */
  private static Optional<AccessPath> keptAs(AccessPath made, Body maker) {
    return maker.accesses().stream()
        .filter(access -> access.kind() == Access.Kind.WRITE)
        .filter(write -> write.written().paths().contains(made))
        .map(Access::location)
        .filter(kept -> kept.owner().equals(AccessPath.THIS))
        .findFirst();
  }

  /** Returns the field out of which all makers of an object give it what it keeps in a field. */
  private VarSymbol sourceOf(VarSymbol field, int steps) {
    if (steps == 0 || !(origins.of(field) instanceof Origin.Injected)) {
      return field;
    }
    VarSymbol known = sources.get(field);
    if (known == null) {
      known = findSource(field, steps);
      sources.put(field, known);
    }
    return known;
  }

  private VarSymbol findSource(VarSymbol field, int steps) {
    Set<VarSymbol> given = new HashSet<>();
    for (Allocation made : index.allocationsOf(field.enclClass())) {
      AccessPath.of(new Root.Fresh(made)).then(new Selector.Field(field)).stream()
          .flatMap(path -> names.canonical(Value.of(path)).stream())
          .map(path -> path.last().orElse(null) instanceof Selector.Field f ? f.symbol() : field)
          .forEach(given::add);
    }
    return given.size() == 1 && !given.contains(field)
        ? sourceOf(given.iterator().next(), steps - 1)
        : field;
  }
}
