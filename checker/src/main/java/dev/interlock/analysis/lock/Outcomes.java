package dev.interlock.analysis.lock;

import java.util.function.UnaryOperator;

/**
 * What the value of an expression or variable tells about the locks held now.
 *
 * @param whenTrue the state if the value is true, not zero, not null
 * @param whenFalse the state if it is false, zero or null
 */
record Outcomes(LockState whenTrue, LockState whenFalse) {

  /** Returns what a value tells that has nothing to do with locks. */
  static Outcomes either(LockState state) {
    return new Outcomes(state, state);
  }

  /** Returns what a constant tells. */
  static Outcomes always(boolean value, LockState state) {
    return value
        ? new Outcomes(state, LockState.UNREACHABLE)
        : new Outcomes(LockState.UNREACHABLE, state);
  }

  LockState when(boolean value) {
    return value ? whenTrue : whenFalse;
  }

  Outcomes negated() {
    return new Outcomes(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  Outcomes and(Outcomes other) {
    return new Outcomes(whenTrue.meet(other.whenTrue), whenFalse.join(other.whenFalse));
  }

  Outcomes join(Outcomes other) {
    return new Outcomes(whenTrue.join(other.whenTrue), whenFalse.join(other.whenFalse));
  }

  Outcomes map(UnaryOperator<LockState> change) {
    return new Outcomes(change.apply(whenTrue), change.apply(whenFalse));
  }

  boolean isEither(LockState state) {
    return whenTrue.equals(state) && whenFalse.equals(state);
  }
}
