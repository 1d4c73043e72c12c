package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is known at a place of a body: the locks held, and how the values of local variables and of
 * calls just made depend on locks. Immutable.
 *
 * <p>Each value's {@link Outcomes} are whole states of their own, kept up to date by every
 * operation. That makes {@code boolean got = lock.tryLock()} and the {@code if (got)} far below it,
 * or two equal {@code if (needsLock)} around a block, one simple rule.
 *
 * @param state the locks held whatever the values are
 * @param values the outcomes of values (a {@code VariableElement}, or the {@link Tree} of an
 *     expression) that tell more than {@code state}
 */
record LockStore(LockState state, ImmutableMap<Object, Outcomes> values) {

  /** Nothing is held, nothing is known. */
  static final LockStore NONE = new LockStore(LockState.NONE, ImmutableMap.of());

  /** No execution gets here. */
  static final LockStore UNREACHABLE = new LockStore(LockState.UNREACHABLE, ImmutableMap.of());

  private static LockStore of(LockState state, Map<Object, Outcomes> values) {
    return new LockStore(
        state,
        state.isReachable()
            ? ImmutableMap.copyOf(Maps.filterValues(values, outcomes -> !outcomes.isEither(state)))
            : ImmutableMap.of());
  }

  /** Returns what the value of {@code subject} tells. */
  Outcomes outcomes(Object subject) {
    Outcomes known = values.get(subject);
    return known != null ? known : Outcomes.either(state);
  }

  /** Returns the store after something happened to the locks. */
  LockStore apply(UnaryOperator<LockState> change) {
    return of(change.apply(state), Maps.transformValues(values, outcomes -> outcomes.map(change)));
  }

  /**
   * Returns the store after an operation whose result says what happened: {@code whenTrue} if it is
   * true, {@code whenFalse} if it is false.
   */
  LockStore apply(
      Tree operation, UnaryOperator<LockState> whenTrue, UnaryOperator<LockState> whenFalse) {
    Outcomes result = new Outcomes(whenTrue.apply(state), whenFalse.apply(state));
    return apply(before -> whenTrue.apply(before).join(whenFalse.apply(before)))
        .assign(operation, result);
  }

  /** Returns the store after {@code subject} got a value. */
  LockStore assign(Object subject, Outcomes outcomes) {
    Map<Object, Outcomes> assigned = new HashMap<>(values);
    assigned.put(subject, outcomes);
    return of(state, assigned);
  }

  /** Returns the store where {@code condition} has turned out to be {@code value}. */
  LockStore assume(Condition condition, boolean value) {
    LockState known = condition.outcomes().when(value);
    Map<Object, Outcomes> assumed = new HashMap<>();
    values.forEach(
        (subject, outcomes) -> assumed.put(subject, outcomes.map(state -> state.meet(known))));
    condition
        .subject()
        .ifPresent(
            subject ->
                assumed.put(subject, Outcomes.always(value != condition.isNegated(), known)));
    return of(known, assumed);
  }

  /** Returns the store without the values of expressions: a new statement begins. */
  LockStore forgetExpressions() {
    return values.keySet().stream().anyMatch(Tree.class::isInstance)
        ? of(state, Maps.filterKeys(values, subject -> !(subject instanceof Tree)))
        : this;
  }

  /** Returns about how much work it is to change this store. */
  int size() {
    return state.size() * (1 + 2 * values.size());
  }

  /** Returns what is known where two paths meet. */
  LockStore join(LockStore other) {
    if (equals(other) || !other.state.isReachable()) {
      return this;
    }
    if (!state.isReachable()) {
      return other;
    }
    Map<Object, Outcomes> joined = new HashMap<>();
    for (Object subject : Sets.union(values.keySet(), other.values.keySet())) {
      joined.put(subject, outcomes(subject).join(other.outcomes(subject)));
    }
    return of(state.join(other.state), joined);
  }
}
