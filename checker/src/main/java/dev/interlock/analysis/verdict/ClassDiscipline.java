package dev.interlock.analysis.verdict;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        isOwn(trial.operation().location(), trial.kind())
            && trial.operation().throughout().isEmpty()
            && trial.contexts().stream().noneMatch(c -> entries.isOpen(c, trial.kind()))
            && trial.contexts().stream().anyMatch(ClassDiscipline::isOfNobodyKnown);
    return asked ? contradiction(trial) : Optional.empty();
  }

  /** Returns whether a location is a variable of the class that accesses it, or what it holds. */
  private static boolean isOwn(AccessPath location, LocationKind kind) {
    AccessPath variable =
        kind == LocationKind.UNSAFE_CONTENT || kind == LocationKind.UNKNOWN_CONTENT
            ? location.owner()
            : location;
    return variable.root() instanceof Root.This
        && variable.last().orElse(null) instanceof Selector.Field
        && variable.owner().selectors().stream().allMatch(Selector.Outer.class::isInstance);
  }

  private static boolean isOfNobodyKnown(Context context) {
    return (context.home() == Home.UNKNOWN || context.home() == Home.ARGUMENT)
        && context.locks().isEmpty();
  }

  private Optional<Finding> contradiction(Trial trial) {
    List<Access> accesses =
        others.of(trial).stream()
            .filter(other -> isOwn(other.location(), trial.kind()))
            .filter(other -> !other.body().isInitialization())
            .toList();
    if (accesses.stream().noneMatch(others::locksItself)) {
      return Optional.empty();
    }
    Optional<Context> here =
        others.ownContextsOf(trial.write().access()).stream()
            .filter(c -> entries.isOpen(c, trial.kind()) && c.locks().isEmpty())
            .findFirst();
    return here.flatMap(context -> guarded(accesses).map(other -> unlike(trial, context, other)));
  }

  /** An access under the lock that most of them hold. */
  private record Guarded(Access access, Context context) {}

  /** Returns the best example of an access under the guard; empty if there is no guard. */
  private Optional<Guarded> guarded(List<Access> accesses) {
    Multiset<AccessPath> support = HashMultiset.create();
    List<Guarded> held = new ArrayList<>();
    int bare = 0;
    for (Access access : accesses) {
      List<Context> contexts = others.ownContextsOf(access);
      Set<AccessPath> common = locksOf(contexts);
      support.addAll(common);
      if (common.isEmpty()) {
        bare++;
      } else {
        held.add(new Guarded(access, contexts.get(0)));
      }
    }
    int best = support.entrySet().stream().mapToInt(Multiset.Entry::getCount).max().orElse(0);
    boolean write = held.stream().anyMatch(guarded -> guarded.access().isWrite());
    return best == held.size() && write && bare <= held.size()
        ? held.stream().max(Comparator.comparing(guarded -> guarded.access().isWrite()))
        : Optional.empty();
  }

  /** Returns the locks of the object, or of the class, that all contexts hold. */
  private static Set<AccessPath> locksOf(List<Context> contexts) {
    return contexts.stream()
        .map(ClassDiscipline::locksOf)
        .reduce(
            (one, other) ->
                one.stream().filter(other::contains).collect(ImmutableSet.toImmutableSet()))
        .orElse(ImmutableSet.of());
  }

  private static ImmutableSet<AccessPath> locksOf(Context context) {
    return context.locks().stream()
        .filter(HeldLock::isExclusive)
        .flatMap(lock -> lock.paths().stream())
        .filter(path -> path.root() instanceof Root.This || path.isStatic())
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
