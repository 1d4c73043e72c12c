package dev.interlock.analysis.verdict;

import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import java.util.List;
import java.util.Optional;

/**
 * The evidence of two locks: everyone takes one to change the location, but some take another lock
 * than the rest. Nobody locks what one thread uses alone.
 */
final class DivergentLocks implements Evidence {
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;
  private final FieldOrigins origins;
  private final DeclaredGuards guards;

  DivergentLocks(
      Parallelism parallelism,
      Protection protection,
      OtherAccesses others,
      OpenEntries entries,
      FieldOrigins origins,
      DeclaredGuards guards) {
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
    this.origins = origins;
    this.guards = guards;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!isGuardedAsAWhole(trial) || !trial.write().innerLocks().isEmpty()) {
      return Optional.empty(); // the method that is called locks for what it changes
    }
    for (Context here : trial.contexts()) {
      if (isLockedEntry(here, trial)) {
        Optional<Finding> found = divergent(here, trial);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A flag that is tested may be set under whatever lock; what is counted or collected may not. */
  private static boolean isGuardedAsAWhole(Trial trial) {
    return switch (trial.kind()) {
      case UNSAFE_CONTENT -> true;
      case PLAIN, VOLATILE -> !(trial.operation() instanceof CheckThenAct);
      default -> false;
    };
  }

  private Optional<Finding> divergent(Context here, Trial trial) {
    List<Access> writes = others.writes(trial);
    LockSupport support = new LockSupport();
    support.count(here.body(), List.of(here));
    for (Access other : writes) {
      support.count(other.body(), sameLocation(other, here));
    }
    for (Access other : writes) {
      List<Context> ways = sameLocation(other, here);
      if (other.body().isInitialization() || ways.isEmpty()) {
        continue;
      }
      boolean apart =
          ways.stream()
              .allMatch(
                  there ->
                      isLockedEntry(there, trial)
                          && areDifferent(here, there)
                          && isNoBetter(here, there, support, trial));
      if (apart) {
        return Optional.of(
            trial.against(
                other, ways.get(0), FindingKind.INCONSISTENT_LOCKING, Witness.LOCKING, here));
      }
    }
    return Optional.empty();
  }

  /** Where as many writes hold the one lock as the other, the reads decide which one is wrong. */
  private boolean isNoBetter(Context here, Context there, LockSupport ofWrites, Trial trial) {
    int difference = ofWrites.of(here) - ofWrites.of(there);
    if (difference != 0) {
      return difference < 0;
    }
    LockSupport ofReads = new LockSupport(/* ofReads= */ true);
    others.of(trial).stream()
        .filter(Access::isRead)
        .forEach(read -> ofReads.count(read.body(), sameLocation(read, here)));
    return ofReads.of(here) <= ofReads.of(there);
  }

  private List<Context> sameLocation(Access other, Context here) {
    return others.contextsOf(other).stream()
        .filter(there -> parallelism.sameLocation(here, there))
        .toList();
  }

  /** Returns whether anyone may come this way, and takes a lock that is always the same one. */
  private boolean isLockedEntry(Context context, Trial trial) {
    return entries.isOpen(context, trial.kind())
        && protection.excludesItself(context)
        && !guards.isHeld(context)
        && context.locks().stream().allMatch(lock -> isKnown(lock, context));
  }

  /** Returns whether no lock of one context can be one of the other. */
  private static boolean areDifferent(Context one, Context other) {
    return one.locks().stream()
        .map(HeldLock::paths)
        .noneMatch(lock -> other.locks().stream().map(HeldLock::paths).anyMatch(lock::equals));
  }

  /**
   * Returns whether a lock is an object of which is known that no other name stands for it: the
   * object of the method, a class, or what a field was made to hold.
   */
  private boolean isKnown(HeldLock lock, Context context) {
    if (lock.paths().size() != 1) {
      return false;
    }
    AccessPath object = HeldLock.objectOf(Iterables.getOnlyElement(lock.paths()));
    if (object.selectors().isEmpty()) {
      return object.root() instanceof Root.ClassObject
          || (object.root() instanceof Root.This && !context.location().isStatic());
    }
    return object.selectors().size() == 1
        && (object.root() instanceof Root.This || object.isStatic())
        && object.selectors().get(0) instanceof Selector.Field field
        && origins.isStable(field.symbol())
        && origins.of(field.symbol()) instanceof Origin.Owned;
  }
}
