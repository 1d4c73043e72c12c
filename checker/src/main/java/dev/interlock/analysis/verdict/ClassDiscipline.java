package dev.interlock.analysis.verdict;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The evidence of a class that guards a field by a lock of its own, but for one update: whoever
 * calls, and whatever is known of them, the class contradicts itself. It is asked only where the
 * callers that are known do not tell whose object it is.
 */
final class ClassDiscipline implements Evidence {
  private final OtherAccesses others;
  private final OpenEntries entries;

  ClassDiscipline(OtherAccesses others, OpenEntries entries) {
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    boolean asked =
        trial.write().via().isEmpty()
            && isOwn(trial.operation().location(), trial.kind())
            && trial.contexts().stream().noneMatch(c -> entries.isOpen(c, trial.kind()))
            && trial.contexts().stream().anyMatch(ClassDiscipline::isOfNobodyKnown)
            && !isOfOneRun(trial);
    return asked ? contradiction(trial) : Optional.empty();
  }

  /**
   * Returns whether everything that is done to the variable is done by the run of one task, who
   * locks for what else there is in the same critical sections.
   */
  private boolean isOfOneRun(Trial trial) {
    Optional<Body> run = trial.contexts().stream().findFirst().flatMap(ClassDiscipline::runOf);
    return run.isPresent()
        && Stream.concat(
                trial.contexts().stream(),
                others.of(trial).stream()
                    .filter(other -> !other.body().isInitialization())
                    .flatMap(other -> others.contextsOf(other).stream()))
            .allMatch(context -> runOf(context).equals(run));
  }

  private static Optional<Body> runOf(Context context) {
    return context.isTask()
        ? Optional.of(context.crossings().get(0).run().entry())
        : Optional.empty();
  }

  /** Returns whether a location is a variable of the class that accesses it, or what it holds. */
  private static boolean isOwn(AccessPath location, LocationKind kind) {
    AccessPath variable = variable(location, kind);
    return variable.root() instanceof Root.This
        && variable.last().orElse(null) instanceof Selector.Field
        && variable.owner().selectors().stream().allMatch(Selector.Outer.class::isInstance);
  }

  private static AccessPath variable(AccessPath location, LocationKind kind) {
    return kind == LocationKind.UNSAFE_CONTENT || kind == LocationKind.UNKNOWN_CONTENT
        ? location.owner()
        : location;
  }

  private static boolean isOfNobodyKnown(Context context) {
    return (context.home() == Home.UNKNOWN || context.home() == Home.ARGUMENT) && isBare(context);
  }

  /** Returns whether no lock is held, or none but of objects that belong to the variable's. */
  private static boolean isBare(Context context) {
    return context.locks().stream().allMatch(lock -> isOfPart(lock, context));
  }

  private Optional<Finding> contradiction(Trial trial) {
    List<Context> open =
        others.ownContextsOf(trial.write().access()).stream()
            .filter(c -> entries.isOpen(c, trial.kind()))
            .filter(c -> !isSetUp(c.top()))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    return guarded(trial)
        .flatMap(
            guarded ->
                open.stream()
                    .filter(ClassDiscipline::isBare)
                    .filter(c -> !locksOf(c, trial.kind()).contains(guarded.lock()))
                    .findFirst()
                    .map(c -> unlike(trial, c, guarded)));
  }

  /** What is called to set an object up, no other thread works with yet. */
  private static boolean isSetUp(Body body) {
    return body.method().filter(m -> m.getSimpleName().toString().startsWith("init")).isPresent();
  }

  /** The monitor of an object that belongs to the one with the variable is one of many. */
  private static boolean isOfPart(HeldLock lock, Context context) {
    return !lock.paths().isEmpty()
        && lock.paths().stream()
            .allMatch(
                path ->
                    context.location().startsWith(path)
                        && context.location().selectors().get(path.selectors().size())
                            instanceof Selector.Outer);
  }

  /** An access under the lock that all of those hold which hold any. */
  private record Guarded(AccessPath lock, Access access, Context context) {}

  /** Returns the best example of an access under the guard; empty if there is no guard. */
  private Optional<Guarded> guarded(Trial trial) {
    Multiset<AccessPath> support = HashMultiset.create();
    Map<Access, Context> held = new LinkedHashMap<>();
    int bare = 0;
    for (Access access : others.of(trial)) {
      if (!isOwn(access.location(), trial.kind()) || access.body().isInitialization()) {
        continue;
      }
      List<Context> contexts = others.ownContextsOf(access);
      Set<AccessPath> common = locksOf(contexts, trial.kind());
      support.addAll(common);
      if (common.isEmpty()) {
        bare++;
      } else {
        held.put(access, contexts.get(0));
      }
    }
    if (bare > held.size() || held.keySet().stream().noneMatch(Access::isWrite)) {
      return Optional.empty();
    }
    return support.entrySet().stream()
        .filter(entry -> entry.getCount() == held.size())
        .findFirst()
        .flatMap(
            entry ->
                held.entrySet().stream()
                    .max(Comparator.comparing(e -> e.getKey().isWrite()))
                    .map(e -> new Guarded(entry.getElement(), e.getKey(), e.getValue())));
  }

  /** Returns the locks of the object, or of the class, that all contexts hold. */
  private static Set<AccessPath> locksOf(List<Context> contexts, LocationKind kind) {
    return contexts.stream()
        .map(context -> locksOf(context, kind))
        .reduce(
            (one, other) ->
                one.stream().filter(other::contains).collect(ImmutableSet.toImmutableSet()))
        .orElse(ImmutableSet.of());
  }

  /** Returns the locks that are static or parts of the object, as seen from that object. */
  private static ImmutableSet<AccessPath> locksOf(Context context, LocationKind kind) {
    AccessPath object = variable(context.location(), kind).owner();
    return context.locks().stream()
        .filter(HeldLock::isExclusive)
        .flatMap(lock -> lock.paths().stream())
        .flatMap(
            path ->
                path.isStatic()
                    ? Stream.of(path)
                    : path.startsWith(object) ? Stream.of(path.seenFrom(object)) : Stream.empty())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Finding unlike(Trial trial, Context here, Guarded guarded) {
    FindingKind kind =
        trial.kind() == LocationKind.UNSAFE_CONTENT
            ? FindingKind.UNGUARDED_COLLECTION_MUTATION
            : FindingKind.INCONSISTENT_LOCKING;
    return trial.against(guarded.access(), guarded.context(), kind, Witness.LOCKING, here);
  }
}
