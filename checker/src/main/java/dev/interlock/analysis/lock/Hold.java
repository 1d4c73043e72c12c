package dev.interlock.analysis.lock;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * That one lock is held in one mode.
 *
 * @param sections the operations that may have begun the critical section we are in, all of that
 *     lock and mode; paths that meet may have begun it at different places
 * @param depth how many releases at least it takes to give the lock up
 */
record Hold(ImmutableSet<LockOperation> sections, int depth) {

  /** Returns a hold that {@code operation} begins. */
  static Hold begunBy(LockOperation operation) {
    return new Hold(ImmutableSet.of(operation), 1);
  }

  /** Returns this hold after the lock is taken once more: the section stays the outer one. */
  Hold deeper() {
    return new Hold(sections, depth + 1);
  }

  /** Returns this hold after one release that does not give the lock up. */
  Hold shallower() {
    return new Hold(sections, depth - 1);
  }

  /** Returns this hold converted to {@code mode}, in the same section. */
  Hold in(LockMode mode) {
    return new Hold(
        sections.stream().map(section -> section.in(mode)).collect(toImmutableSet()), depth);
  }

  /** Returns what is certain if one of the two holds is in force. */
  Hold join(Hold other) {
    return new Hold(
        Sets.union(sections, other.sections).immutableCopy(), Math.min(depth, other.depth));
  }

  /** Returns what is certain if both descriptions hold of the same moment. */
  Hold meet(Hold other) {
    ImmutableSet<LockOperation> common =
        Sets.intersection(sections, other.sections).immutableCopy();
    return new Hold(common.isEmpty() ? sections : common, Math.max(depth, other.depth));
  }
}
