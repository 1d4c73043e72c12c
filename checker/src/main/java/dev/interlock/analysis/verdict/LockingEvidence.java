package dev.interlock.analysis.verdict;

import com.sun.source.tree.ExpressionTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The evidence of locks: other accesses of the location hold one that the operation does not. */
final class LockingEvidence implements Evidence {
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;

  LockingEvidence(
      Parallelism parallelism, Protection protection, OtherAccesses others, OpenEntries entries) {
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return trial.contexts().stream()
        .filter(c -> entries.isOpen(c, trial.kind()))
        .filter(c -> !protection.excludesItself(c) && !parallelism.isAfterWait(c))
        .filter(c -> isDifferentlyLocked(c, trial) || isMostlyGuarded(c, trial))
        .findFirst()
        .or(() -> ofOffered(trial))
        .map(c -> unlike(trial, c));
  }

  /**
   * A public method that locks for itself expects several threads, whoever calls it here; but what
   * it locks is not the same for all of them.
   */
  private Optional<Context> ofOffered(Trial trial) {
    return trial.write().via().isEmpty()
            && OpenEntries.isOffered(trial.body())
            && others.locksItself(trial.write().access())
            && trial.contexts().stream().allMatch(LockingEvidence::isCalledHere)
        ? others.ownContextsOf(trial.write().access()).stream()
            .filter(c -> entries.isOpen(c, trial.kind()) && c.entry().isEmpty())
            .filter(c -> !protection.excludesItself(c) && isDifferentlyLocked(c, trial))
            .filter(c -> c.locks().stream().noneMatch(LockingEvidence::isGiven))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isCalledHere(Context context) {
    return !context.steps().isEmpty() && !context.steps().get(0).launches();
  }

  /** Who is given a lock by its caller leaves it to that one which lock it is. */
  private static boolean isGiven(HeldLock lock) {
    return lock.paths().stream().anyMatch(path -> path.root() instanceof Root.Variable);
  }

  /** A container that is thread-safe needs no lock for itself, and a gate is passed, not held. */
  private static boolean isDifferentlyLocked(Context here, Trial trial) {
    return trial.kind() != LocationKind.CONCURRENT_CONTENT
        && here.locks().stream().anyMatch(lock -> !lock.isWon() && !isGate(lock));
  }

  /** Returns whether a lock is a variable that threads enter by compare-and-set. */
  private static boolean isGate(HeldLock lock) {
    return !lock.paths().isEmpty()
        && lock.paths().stream().map(HeldLock::objectOf).allMatch(LockingEvidence::isExchanged);
  }

  /** Returns whether a lock is what one thread has won for itself, or the one element it took. */
  static boolean isClaim(HeldLock lock) {
    return lock.isWon()
        || isGate(lock)
        || (lock.section() instanceof ExpressionTree
            && !lock.paths().isEmpty()
            && lock.paths().stream().allMatch(LockingEvidence::isElement));
  }

  private static boolean isElement(AccessPath path) {
    return path.last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE);
  }

  private static boolean isExchanged(AccessPath object) {
    if (object.selectors().isEmpty()) {
      return object.root() instanceof Root.Fresh made && isExchanged(made.allocation().type());
    }
    return object.last().orElse(null) instanceof Selector.Field field
        && isExchanged(field.symbol().type);
  }

  private static boolean isExchanged(Type type) {
    String name = type.tsym.getQualifiedName().toString();
    return type.isPrimitive()
        || name.equals("java.lang.invoke.VarHandle")
        || name.startsWith("java.util.concurrent.atomic.");
  }

  /**
   * Returns whether most other accesses of the same location hold a lock. If none of them writes,
   * one must lock for its own sake: what the callers of a getter lock is for what they do besides.
   */
  private boolean isMostlyGuarded(Context here, Trial trial) {
    boolean byOthers = guardedOtherwise(here, trial).isPresent();
    List<Access> accesses =
        others.of(trial).stream()
            .filter(other -> !other.body().isInitialization())
            .filter(
                other -> other.body() != trial.body() || !(byOthers || locksApart(other, trial)))
            .toList();
    Tally tally = new Tally();
    if (byOthers) {
      tally.guarded++;
      tally.guardedWrite = true;
    }
    if (!isCounted(accesses, here, tally)) {
      return false;
    }
    for (Access other : accesses) {
      if (tally.bare > tally.tolerated()) {
        return false; // most often at once: no other context has to be searched for
      }
      if (!others.mayHoldLocks(other) && !ofLocation(here, other).isEmpty()) {
        tally.bare++;
      }
    }
    return tally.bare <= tally.tolerated();
  }

  /** Who locks for one access and not for the next one, in one method, may lock for another. */
  private boolean locksApart(Access other, Trial trial) {
    return others.locksItself(other) && trial.operation().throughout().isEmpty();
  }

  /**
   * Returns another way by which the same access comes about under a lock of its object: the
   * callers of a private method lock, but one of them has forgotten to.
   */
  private Optional<Context> guardedOtherwise(Context here, Trial trial) {
    boolean asked =
        here.locks().isEmpty()
            && trial.operation().throughout().isEmpty()
            && trial.body().method().filter(m -> (m.flags() & Flags.PRIVATE) != 0).isPresent();
    return asked
        ? trial.contexts().stream()
            .filter(other -> other != here && other.home() == Home.OBJECT)
            .filter(other -> others.isLockedByCaller(other, trial.body().enclosingClass()))
            .filter(LockingEvidence::holdsLockOfObject)
            .findFirst()
        : Optional.empty();
  }

  private static boolean holdsLockOfObject(Context context) {
    AccessPath object = context.location().object();
    return context.locks().stream()
        .filter(lock -> lock.isExclusive() && !lock.isWon() && !isGate(lock))
        .flatMap(lock -> lock.paths().stream())
        .anyMatch(
            path ->
                path.startsWith(object)
                    && path.selectors().size() <= object.selectors().size() + 2);
  }

  /**
   * Counts the accesses that may hold locks; returns whether the bare ones can still be tolerated.
   */
  private boolean isCounted(List<Access> accesses, Context here, Tally tally) {
    List<Access> lockable =
        accesses.stream()
            .filter(others::mayHoldLocks)
            .sorted(Comparator.comparing(other -> !maySetRule(other)))
            .toList();
    int left = lockable.size();
    for (Access other : lockable) {
      if (!(tally.hasRule() || maySetRule(other)) || tally.bare > tally.guarded + left) {
        return false; // whatever contexts the rest has
      }
      count(other, here, tally);
      left--;
    }
    return true;
  }

  private void count(Access other, Context here, Tally tally) {
    List<Context> same = ofLocation(here, other);
    if (same.isEmpty()) {
      if (isGuardedByItself(other)) {
        tally.guarded++;
        tally.guardedWrite |= other.isWrite();
        tally.ownLock = true;
      }
    } else if (same.stream().allMatch(LockingEvidence::holdsKnownLock)) {
      tally.guarded++;
      tally.guardedWrite |= other.isWrite();
      tally.ownLock |= others.locksItself(other);
    } else {
      tally.bare++;
    }
  }

  private boolean maySetRule(Access other) {
    return other.isWrite() || others.locksItself(other);
  }

  /** How many accesses of a location hold a lock, and whether that can be taken for a rule. */
  private static final class Tally {
    private int guarded;
    private int bare;
    private boolean guardedWrite;
    private boolean ownLock;

    boolean hasRule() {
      return guardedWrite || ownLock;
    }

    int tolerated() {
      return guardedWrite ? guarded : ownLock ? 0 : -1;
    }
  }

  private List<Context> ofLocation(Context here, Access other) {
    return others.contextsOf(other).stream()
        .filter(c -> parallelism.sameLocation(here, c))
        .toList();
  }

  /** A class that locks for its own variable does so for all its objects, whoever holds them. */
  private boolean isGuardedByItself(Access other) {
    return (others.locksItself(other) || isGuardedByCallers(other))
        && others.contextsOf(other).stream()
            .anyMatch(c -> c.home() != Home.CONFINED && c.home() != Home.LOCAL);
  }

  /** What a private method does is locked by those of its class that call it. */
  private boolean isGuardedByCallers(Access other) {
    return other.body().method().filter(m -> (m.flags() & Flags.PRIVATE) != 0).isPresent()
        && others.mayHoldLocks(other)
        && !others.ownContextsOf(other).isEmpty()
        && others.ownContextsOf(other).stream().allMatch(LockingEvidence::holdsKnownLock);
  }

  /**
   * A lock that the outermost code has made for itself is known to nobody else, and what one thread
   * wins is for itself alone.
   */
  private static boolean holdsKnownLock(Context context) {
    return context.locks().stream()
        .filter(lock -> !lock.isWon() && !isTransition(lock))
        .flatMap(lock -> lock.paths().stream())
        .anyMatch(path -> !(path.root() instanceof Root.Fresh));
  }

  /** Who moves an object from one state to the next is alone in doing so, and locks nothing. */
  static boolean isTransition(HeldLock lock) {
    return isGate(lock)
        && lock.paths().stream()
            .map(HeldLock::objectOf)
            .flatMap(path -> path.variable().stream())
            .anyMatch(
                state ->
                    state
                        .type
                        .tsym
                        .getQualifiedName()
                        .contentEquals("java.util.concurrent.atomic.AtomicReference"));
  }

  /** Names an access that holds a lock, one that writes if there is one. */
  private Finding unlike(Trial trial, Context context) {
    List<Access> guarded =
        others.of(trial).stream()
            .filter(other -> !other.body().isInitialization())
            .sorted(Comparator.comparing(Access::isRead))
            .toList();
    FindingKind kind = kindOf(trial);
    for (Access other : guarded) {
      for (Context there : others.contextsOf(other)) {
        if (there.home() != Home.CONFINED && !there.locks().isEmpty()) {
          return trial.against(other, there, kind, Witness.LOCKING, context);
        }
      }
    }
    Optional<Context> otherWay = guardedOtherwise(context, trial);
    if (otherWay.isPresent()) {
      return trial.against(trial.write().access(), otherWay.get(), kind, Witness.LOCKING, context);
    }
    boolean claimed = context.locks().stream().allMatch(LockingEvidence::isClaim);
    return trial.alone(claimed ? trial.kindIn(context) : kind, Witness.LOCKING, context);
  }

  private static FindingKind kindOf(Trial trial) {
    return trial.kind() == LocationKind.UNSAFE_CONTENT && trial.operation().throughout().isEmpty()
        ? FindingKind.UNGUARDED_COLLECTION_MUTATION
        : FindingKind.INCONSISTENT_LOCKING;
  }
}
