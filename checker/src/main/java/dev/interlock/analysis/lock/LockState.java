package dev.interlock.analysis.lock;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.interlock.analysis.lock.LockMode.EXCLUSIVE;
import static dev.interlock.analysis.lock.LockMode.SHARED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.util.JCDiagnostic.DiagnosticPosition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The locks that are certainly held in one situation, an immutable lattice value: {@link #join}
 * forgets what only one of two paths knows, {@link #UNREACHABLE} is its neutral element.
 *
 * <p>A hold names all operations that may have begun its section, and {@code ended} names all
 * operations whose section is over on some path to here. An operation in both sets began the
 * section on one path, while on another path the lock was given up and taken again since; it must
 * not vouch for what was read under it, so {@link #sections} leaves it out:
 *
 * <pre>{@code
 * lock.lock();                         // a: everything before the branch is under {a}
 * if (c) {
 *   lock.unlock(); lock.lock();        // b
 * }
 * // held, begun by {a, b}, ended {a}: sections() is {b}, disjoint from {a}
 * }</pre>
 *
 * @param isReachable false for the situation after {@code throw} and the like, which has every
 *     property
 * @param holds the held locks
 * @param ended the calls that began a section which may be over
 */
record LockState(
    boolean isReachable, ImmutableMap<LockInMode, Hold> holds, ImmutableSet<Tree> ended) {

  private static final Comparator<LockOperation> SOURCE_ORDER =
      Comparator.<LockOperation>comparingInt(
              operation -> ((DiagnosticPosition) operation.call()).getPreferredPosition())
          .thenComparing(LockOperation::mode);

  /** Nothing is known to be held. */
  static final LockState NONE = new LockState(true, ImmutableMap.of(), ImmutableSet.of());

  /** The situation that no execution gets into. */
  static final LockState UNREACHABLE = new LockState(false, ImmutableMap.of(), ImmutableSet.of());

  /** A lock together with a mode in which it may be held. */
  record LockInMode(Object lock, LockMode mode) {
    static LockInMode of(LockOperation operation) {
      return new LockInMode(operation.lock(), operation.mode());
    }

    LockInMode otherwise() {
      return new LockInMode(lock, mode == SHARED ? EXCLUSIVE : SHARED);
    }
  }

  /**
   * Returns the state after {@code operation} took its lock. No lock lets anyone in exclusively
   * while it is shared, so taking it exclusively over an own shared hold is a conversion ({@code
   * StampedLock.tryConvertToWriteLock}): one unbroken section from the shared hold on, and one
   * release ends it.
   */
  LockState acquire(LockOperation operation) {
    LockInMode lock = LockInMode.of(operation);
    Hold held = holds.get(lock);
    if (!isReachable) {
      return this;
    }
    if (held != null) {
      return change(lock, held.deeper());
    }
    Hold shared = lock.mode() == EXCLUSIVE ? holds.get(lock.otherwise()) : null;
    if (shared == null) {
      return change(lock, Hold.begunBy(operation)).current(operation);
    }
    Map<LockInMode, Hold> converted = new LinkedHashMap<>(holds);
    converted.remove(lock.otherwise());
    converted.put(lock, Hold.begunBy(operation).join(shared.in(EXCLUSIVE)));
    return withHolds(converted).current(operation);
  }

  /**
   * Returns the state after {@code operation} gave its lock back once: in its own mode, or in the
   * other mode if that is the only hold, for {@code StampedLock.unlock(stamp)} serves both.
   */
  LockState release(LockOperation operation) {
    LockInMode own = LockInMode.of(operation);
    LockInMode lock = holds.containsKey(own) ? own : own.otherwise();
    Hold held = holds.get(lock);
    if (held == null) {
      return this;
    }
    return held.depth() > 1 ? change(lock, held.shallower()) : end(lock, held);
  }

  /** Returns the state after {@code operation} gave a held lock up and took it again. */
  LockState reacquire(LockOperation operation) {
    Map<LockInMode, Hold> renewed = new LinkedHashMap<>(holds);
    Set<Tree> over = new LinkedHashSet<>(ended);
    holds.forEach(
        (lock, hold) -> {
          if (lock.lock().equals(operation.lock())) {
            Iterables.addAll(over, calls(hold));
            renewed.put(lock, new Hold(ImmutableSet.of(operation.in(lock.mode())), hold.depth()));
          }
        });
    return new LockState(isReachable, ImmutableMap.copyOf(renewed), ImmutableSet.copyOf(over))
        .current(operation);
  }

  /** Returns the state after {@code operation} said that its lock is held. */
  LockState assumeHeld(LockOperation operation) {
    LockInMode lock = LockInMode.of(operation);
    return !isReachable || holds.containsKey(lock)
        ? this
        : change(lock, Hold.begunBy(operation)).current(operation);
  }

  /** Returns the state after {@code operation} said that its lock is not held. */
  LockState assumeNotHeld(LockOperation operation) {
    return holds.containsKey(LockInMode.of(operation)) ? UNREACHABLE : this;
  }

  /**
   * Returns what is certain where two paths meet. A lock that one path holds exclusively and the
   * other one shared is held shared.
   */
  LockState join(LockState other) {
    if (!other.isReachable || equals(other)) {
      return this;
    }
    if (!isReachable) {
      return other;
    }
    Map<LockInMode, Hold> joined = new LinkedHashMap<>();
    Set<Tree> over = new LinkedHashSet<>(Sets.union(ended, other.ended));
    for (LockInMode lock : Sets.union(holds.keySet(), other.holds.keySet())) {
      Hold here = holds.get(lock);
      Hold there = other.holds.get(lock);
      if (here != null && there != null) {
        joined.put(lock, here.join(there));
        continue;
      }
      Hold single = Objects.requireNonNullElse(here, there);
      if (isWeaker(lock, other)) {
        Hold stronger = (here == null ? this : other).holds.get(lock.otherwise());
        joined.put(lock, single.join(Objects.requireNonNull(stronger).in(SHARED)));
      } else if (!isWeaker(lock.otherwise(), other)) {
        Iterables.addAll(over, calls(single));
      }
    }
    return new LockState(true, ImmutableMap.copyOf(joined), ImmutableSet.copyOf(over));
  }

  /** Returns what is certain if both states describe the same moment. */
  LockState meet(LockState other) {
    if (!isReachable || !other.isReachable) {
      return UNREACHABLE;
    }
    if (equals(other)) {
      return this;
    }
    Map<LockInMode, Hold> met = new LinkedHashMap<>();
    for (LockInMode lock : Sets.union(holds.keySet(), other.holds.keySet())) {
      Hold here = holds.get(lock);
      Hold there = other.holds.get(lock);
      if (here != null && there != null) {
        met.put(lock, here.meet(there));
      } else if (!isWeaker(lock, other)) {
        met.put(lock, Objects.requireNonNullElse(here, there));
      }
    }
    return new LockState(
        true, ImmutableMap.copyOf(met), Sets.intersection(ended, other.ended).immutableCopy());
  }

  /**
   * Returns the operations that identify the sections in force, in source order. Two places lie in
   * one unbroken section of a lock if their answers share a call. Should every operation of a hold
   * be ambiguous, all are given: the lock is held after all.
   */
  ImmutableSet<LockOperation> sections() {
    return holds.values().stream()
        .flatMap(hold -> unbroken(hold).stream())
        .sorted(SOURCE_ORDER)
        .collect(toImmutableSet());
  }

  private Set<LockOperation> unbroken(Hold hold) {
    Set<LockOperation> unbroken =
        Sets.filter(hold.sections(), section -> !ended.contains(section.call()));
    return unbroken.isEmpty() ? hold.sections() : unbroken;
  }

  /** Returns about how much work it is to change this state. */
  int size() {
    return 1 + holds.size() + ended.size();
  }

  /**
   * Returns whether one of the two states holds {@code lock} shared only, the other exclusively.
   */
  private boolean isWeaker(LockInMode lock, LockState other) {
    if (lock.mode() == EXCLUSIVE) {
      return false;
    }
    LockInMode exclusive = lock.otherwise();
    return holds.containsKey(lock) != other.holds.containsKey(lock)
        && holds.containsKey(lock) == other.holds.containsKey(exclusive)
        && holds.containsKey(exclusive) != other.holds.containsKey(exclusive);
  }

  private LockState change(LockInMode lock, Hold hold) {
    Map<LockInMode, Hold> changed = new LinkedHashMap<>(holds);
    changed.put(lock, hold);
    return withHolds(changed);
  }

  private LockState end(LockInMode lock, Hold hold) {
    return new LockState(
        isReachable,
        ImmutableMap.copyOf(Maps.filterKeys(holds, held -> !held.equals(lock))),
        ImmutableSet.<Tree>builder().addAll(ended).addAll(calls(hold)).build());
  }

  /** Returns this state with the section that {@code operation} has just begun not over yet. */
  private LockState current(LockOperation operation) {
    return ended.contains(operation.call())
        ? new LockState(
            isReachable,
            holds,
            Sets.difference(ended, ImmutableSet.of(operation.call())).immutableCopy())
        : this;
  }

  private static Iterable<Tree> calls(Hold hold) {
    return Iterables.transform(hold.sections(), LockOperation::call);
  }

  private LockState withHolds(Map<LockInMode, Hold> changed) {
    return new LockState(isReachable, ImmutableMap.copyOf(changed), ended);
  }
}
