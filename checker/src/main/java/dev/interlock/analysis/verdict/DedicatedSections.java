package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.library.EntryMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The evidence of critical sections that work with one variable and nothing else: whoever locks for
 * it alone expects other threads there, however many methods forget the lock. The same goes for a
 * collection that is changed under a lock in all places but one.
 */
final class DedicatedSections implements Evidence {
  private final LockSummaries locks;
  private final Parallelism parallelism;
  private final OtherAccesses others;
  private final OpenEntries entries;

  DedicatedSections(
      Parallelism parallelism, LockSummaries locks, OtherAccesses others, OpenEntries entries) {
    this.locks = locks;
    this.parallelism = parallelism;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    VarSymbol variable = trial.variable().orElse(null);
    if (variable == null
        || !isOwn(path(trial))
        || !(trial.kind() == LocationKind.UNSAFE_CONTENT || trial.kind() == LocationKind.PLAIN)
        || !trial.operation().throughout().isEmpty()
        || trial.write().via().isPresent()) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(c -> c.locks().isEmpty() && !parallelism.isAfterWait(c))
        .filter(c -> entries.isOpen(c, trial.kind()) || isCallback(c))
        .findFirst()
        .flatMap(here -> guarded(trial, variable).map(access -> finding(trial, access, here)));
  }

  /**
   * Returns whether a listener changes what the object around it has: the listener is called by one
   * thread at a time, but that object is not.
   */
  private static boolean isCallback(Context context) {
    return context.home() == Home.OBJECT
        && !context.isTask()
        && context.entry().filter(EntryMode.SERIAL::equals).isPresent()
        && context.location().selectors().get(0) instanceof Selector.Outer;
  }

  /** Returns the path of the variable that is updated, or that holds what is. */
  private static AccessPath path(Trial trial) {
    AccessPath location = trial.operation().location();
    return trial.kind() == LocationKind.UNSAFE_CONTENT ? location.owner() : location;
  }

  /** Returns whether a variable is a static one, or one of the object that the code runs on. */
  private static boolean isOwn(AccessPath variable) {
    return variable.last().orElse(null) instanceof Selector.Field
        && (variable.isStatic()
            ? variable.selectors().size() == 1
            : variable.root() instanceof Root.This
                && variable.owner().selectors().stream()
                    .allMatch(Selector.Outer.class::isInstance));
  }

  private Optional<Access> guarded(Trial trial, VarSymbol variable) {
    return dedicated(trial, variable).or(() -> everyOtherWrite(trial));
  }

  /** Returns a write that holds a lock where all other writes to a collection do. */
  private Optional<Access> everyOtherWrite(Trial trial) {
    List<Access> writes =
        others.writes(trial).stream().filter(other -> !other.body().isInitialization()).toList();
    boolean guarded =
        trial.kind() == LocationKind.UNSAFE_CONTENT
            && writes.stream().allMatch(other -> ownLocks(other).findAny().isPresent())
            && writes.stream().anyMatch(other -> other.body() != trial.body());
    return guarded ? writes.stream().findFirst() : Optional.empty();
  }

  /**
   * Returns an access in a section of its own, one that writes if there is one: to look at a flag
   * or a reference, a lock may be taken for what depends on it.
   */
  private Optional<Access> dedicated(Trial trial, VarSymbol variable) {
    return others.of(trial).stream()
        .filter(other -> !other.body().isInitialization())
        .filter(other -> other.isWrite() || isMeantAlone(trial))
        .filter(other -> isDedicated(other, variable))
        .max(Comparator.comparing(Access::isWrite));
  }

  private static boolean isMeantAlone(Trial trial) {
    return trial.kind() == LocationKind.UNSAFE_CONTENT
        || (trial.operation() instanceof ReadModifyWrite
            && trial.variable().filter(v -> v.type.isNumeric()).isPresent());
  }

  private boolean isDedicated(Access access, VarSymbol variable) {
    return ownLocks(access).anyMatch(lock -> isAboutAlone(lock, access.body(), variable));
  }

  private Stream<HeldLock> ownLocks(Access access) {
    return locks.of(access.body()).at(access.point()).stream()
        .filter(HeldLock::isExclusive)
        .filter(lock -> isOfOwner(lock) && !LockingEvidence.isTransition(lock));
  }

  /** Returns whether a lock is a class, the object itself, or a part of it. */
  private static boolean isOfOwner(HeldLock lock) {
    return !lock.paths().isEmpty()
        && lock.paths().stream()
            .allMatch(
                path ->
                    path.isStatic()
                        || path.root() instanceof Root.ClassObject
                        || path.root() instanceof Root.This);
  }

  /** Returns whether a section works with no variable that may change but this one. */
  private boolean isAboutAlone(HeldLock lock, Body body, VarSymbol variable) {
    Set<VarSymbol> monitors =
        lock.paths().stream()
            .flatMap(path -> HeldLock.objectOf(path).variable().stream())
            .collect(ImmutableSet.toImmutableSet());
    return body.calls().stream()
            .filter(DedicatedSections::isOfOwnMethod)
            .noneMatch(call -> isInside(lock, body, call.point()))
        && body.accesses().stream()
            .filter(access -> isInside(lock, body, access.point()))
            .allMatch(
                access ->
                    CompilationIndex.variableOf(access)
                        .filter(other -> other.getKind().isField())
                        .filter(other -> other != variable && !monitors.contains(other))
                        .filter(other -> access.isWrite() || mayChange(other, access))
                        .isEmpty());
  }

  /** What a collection holds may change although the variable is final. */
  private static boolean mayChange(VarSymbol variable, Access access) {
    return (variable.flags() & Flags.FINAL) == 0
        || access.location().last().orElse(null) instanceof Selector.Content;
  }

  /** Who calls a method of the same object may work with anything that the object has. */
  private static boolean isOfOwnMethod(Call call) {
    return call.model().isEmpty() && call.receiver().paths().contains(AccessPath.THIS);
  }

  private boolean isInside(HeldLock section, Body body, Point point) {
    return locks.of(body).at(point).stream().anyMatch(lock -> lock.section() == section.section());
  }

  private Finding finding(Trial trial, Access guarded, Context here) {
    return trial.against(
        guarded,
        others.ownContextsOf(guarded).get(0),
        trial.kind() == LocationKind.UNSAFE_CONTENT
            ? FindingKind.UNGUARDED_COLLECTION_MUTATION
            : FindingKind.INCONSISTENT_LOCKING,
        Witness.SECTION,
        here);
  }
}
