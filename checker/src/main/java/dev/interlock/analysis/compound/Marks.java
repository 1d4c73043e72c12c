package dev.interlock.analysis.compound;

import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Selector;

/**
 * Marks by which a thread claims, under a lock, what it goes on with after giving the lock up: a
 * flag that is found unset and set in one critical section, and taken down in a later one.
 */
final class Marks {
  private Marks() {}

  /**
   * Returns whether a mark is set where {@code read} is made, and taken down where {@code write} is
   * made: who tests it as well is alone from the one to the other.
   */
  static boolean lastFrom(Effect read, Effect write, EffectSummary summary) {
    return !read.locks().isEmpty()
        && !write.locks().isEmpty()
        && !isOneSection(read, write)
        && summary.effects().stream()
            .filter(
                mark ->
                    isConstantWrite(mark) && isOneSection(mark, read) && isTested(mark, summary))
            .anyMatch(
                mark ->
                    summary.effects().stream()
                        .filter(down -> down != mark && isConstantWrite(down))
                        .filter(down -> down.location().equals(mark.location()))
                        .anyMatch(down -> isOneSection(down, write)));
  }

  private static boolean isConstantWrite(Effect effect) {
    return effect.via().isEmpty()
        && effect.access().kind() == Access.Kind.WRITE
        && effect.location().last().orElse(null) instanceof Selector.Field
        && effect.data().reads().isEmpty()
        && effect.data().variables().isEmpty();
  }

  /** Returns whether the mark is looked at before, if only to wait until it is taken down. */
  private static boolean isTested(Effect mark, EffectSummary summary) {
    return summary.effects().stream()
        .filter(test -> test.access().isRead() && test.at().order() < mark.at().order())
        .anyMatch(test -> test.location().equals(mark.location()) && isOneSection(test, mark));
  }

  private static boolean isOneSection(Effect one, Effect other) {
    return !CompoundFinder.throughout(one, other).isEmpty();
  }
}
