package dev.interlock.analysis.lock;

import static dev.interlock.analysis.lock.LockMode.EXCLUSIVE;
import static dev.interlock.analysis.lock.LockMode.SHARED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
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
    boolean isReachable, ImmutableMap<HeldLock, Hold> holds, ImmutableSet<Tree> ended) {

  /** Nothing is known to be held. */
  static final LockState NONE = new LockState(true, ImmutableMap.of(), ImmutableSet.of());

  /** The situation that no execution gets into. */
  static final LockState UNREACHABLE = new LockState(false, ImmutableMap.of(), ImmutableSet.of());

  /** A lock together with the mode in which it is held. */
  record HeldLock(Object lock, LockMode mode) {
    static HeldLock of(LockOperation operation) {
      return new HeldLock(operation.lock(), operation.mode());
    }

    HeldLock otherwise() {
      return new HeldLock(lock, mode == SHARED ? EXCLUSIVE : SHARED);
    }
  }

  /**
   * Returns the state after {@code operation} took its lock. No lock lets anyone in exclusively
   * while it is shared, so taking it exclusively over an own shared hold is a conversion ({@code
   * StampedLock.tryConvertToWriteLock}): one unbroken section from the shared hold on, and one
   * release ends it.
   */
  LockState acquire(LockOperation operation) {
    HeldLock lock = HeldLock.of(operation);
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
    Map<HeldLock, Hold> converted = new LinkedHashMap<>(holds);
    converted.remove(lock.otherwise());
    converted.put(lock, Hold.begunBy(operation).join(shared));
    return withHolds(converted).current(operation);
  }

  /**
   * Returns the state after {@code operation} gave its lock back once: in its own mode, or in the
   * other mode if that is the only hold, for {@code StampedLock.unlock(stamp)} serves both.
   */
  LockState release(LockOperation operation) {
    HeldLock own = HeldLock.of(operation);
    HeldLock lock = holds.containsKey(own) ? own : own.otherwise();
    Hold held = holds.get(lock);
    if (held == null) {
      return this;
    }
    return held.depth() > 1 ? change(lock, held.shallower()) : end(lock, held);
  }

  /** Returns the state after {@code operation} gave a held lock up and took it again. */
  LockState reacquire(LockOperation operation) {
    Map<HeldLock, Hold> renewed = new LinkedHashMap<>(holds);
    Set<Tree> over = new LinkedHashSet<>(ended);
    holds.forEach(
        (lock, hold) -> {
          if (lock.lock().equals(operation.lock())) {
            Iterables.addAll(over, calls(hold));
            renewed.put(lock, new Hold(ImmutableSet.of(operation), hold.depth()));
          }
        });
    return new LockState(isReachable, ImmutableMap.copyOf(renewed), ImmutableSet.copyOf(over))
        .current(operation);
  }

  /** Returns the state after {@code operation} said that its lock is held. */
  LockState assumeHeld(LockOperation operation) {
    HeldLock lock = HeldLock.of(operation);
    return !isReachable || holds.containsKey(lock)
        ? this
        : change(lock, Hold.begunBy(operation)).current(operation);
  }

  /** Returns the state after {@code operation} said that its lock is not held. */
  LockState assumeNotHeld(LockOperation operation) {
    return holds.containsKey(HeldLock.of(operation)) ? UNREACHABLE : this;
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
    Map<HeldLock, Hold> joined = new LinkedHashMap<>();
    Set<Tree> over = new LinkedHashSet<>(Sets.union(ended, other.ended));
    for (HeldLock lock : Sets.union(holds.keySet(), other.holds.keySet())) {
      Hold here = holds.get(lock);
      Hold there = other.holds.get(lock);
      if (here != null && there != null) {
        joined.put(lock, here.join(there));
        continue;
      }
      Hold single = Objects.requireNonNullElse(here, there);
      if (isWeaker(lock, other)) {
        Hold stronger = (here == null ? this : other).holds.get(lock.otherwise());
        joined.put(lock, single.join(Objects.requireNonNull(stronger).shared()));
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
    Map<HeldLock, Hold> met = new LinkedHashMap<>();
    for (HeldLock lock : Sets.union(holds.keySet(), other.holds.keySet())) {
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
   * Returns the operations that identify the sections in force. Two places lie in one unbroken
   * section of a lock if their answers share an operation. Should every operation of a hold be
   * ambiguous, all are given: the lock is held after all.
   */
  ImmutableSet<LockOperation> sections() {
    ImmutableSet.Builder<LockOperation> sections = ImmutableSet.builder();
    for (Hold hold : holds.values()) {
      Set<LockOperation> unbroken =
          Sets.filter(hold.sections(), section -> !ended.contains(section.call()));
      sections.addAll(unbroken.isEmpty() ? hold.sections() : unbroken);
    }
    return sections.build();
  }

  /**
   * Returns whether one of the two states holds {@code lock} shared only, the other exclusively.
   */
  private boolean isWeaker(HeldLock lock, LockState other) {
    if (lock.mode() == EXCLUSIVE) {
      return false;
    }
    HeldLock exclusive = lock.otherwise();
    return holds.containsKey(lock) != other.holds.containsKey(lock)
        && holds.containsKey(lock) == other.holds.containsKey(exclusive)
        && holds.containsKey(exclusive) != other.holds.containsKey(exclusive);
  }

  private LockState change(HeldLock lock, Hold hold) {
    Map<HeldLock, Hold> changed = new LinkedHashMap<>(holds);
    changed.put(lock, hold);
    return withHolds(changed);
  }

  private LockState end(HeldLock lock, Hold hold) {
    return new LockState(
        isReachable,
        ImmutableMap.copyOf(Maps.filterKeys(holds, held -> !held.equals(lock))),
        ImmutableSet.<Tree>builder().addAll(ended).addAll(calls(hold)).build());
  }

  /** Returns this state with the section that {@code operation} has just begun not over yet. */
  private LockState current(LockOperation operation) {
    return new LockState(
        isReachable,
        holds,
        Sets.difference(ended, ImmutableSet.of(operation.call())).immutableCopy());
  }

  private static Iterable<Tree> calls(Hold hold) {
    return Iterables.transform(hold.sections(), LockOperation::call);
  }

  private LockState withHolds(Map<HeldLock, Hold> changed) {
    return new LockState(isReachable, ImmutableMap.copyOf(changed), ended);
  }
}
