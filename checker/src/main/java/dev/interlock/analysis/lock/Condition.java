package dev.interlock.analysis.lock;

import java.util.Optional;

/**
 * The value of an expression, as far as it tells about held locks.
 *
 * @param outcomes what is held for each value
 * @param subject the local variable or call whose value this is
 * @param isNegated whether it is the negation of the subject's value
 */
record Condition(Outcomes outcomes, Optional<Object> subject, boolean isNegated) {

  /** Returns the value of {@code subject} itself. */
  static Condition of(Object subject, Outcomes outcomes) {
    return new Condition(outcomes, Optional.of(subject), /* isNegated= */ false);
  }

  /** Returns a value that is computed from others. */
  static Condition computed(Outcomes outcomes) {
    return new Condition(outcomes, Optional.empty(), /* isNegated= */ false);
  }

  Condition negated() {
    return new Condition(outcomes.negated(), subject, !isNegated);
  }
}
