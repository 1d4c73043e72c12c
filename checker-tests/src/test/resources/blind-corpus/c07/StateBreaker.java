package org.resilio.breaker;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The same on one immutable state. */
public class StateBreaker {
  private record State(int failures, long openUntil, boolean probing) {
    static final State CLOSED = new State(0, 0, false);

    State fail(int threshold, long now) {
      int f = failures;
      f++;
      return f >= threshold ? new State(0, now + 10_000, false) : new State(f, openUntil, false);
    }
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);
  private final int threshold;

  public StateBreaker(int threshold) {
    this.threshold = threshold;
  }

  public boolean permitted(long now) {
    while (true) {
      State s = state.get();
      if (s.openUntil() == 0) {
        return true;
      }
      if (now < s.openUntil() || s.probing()) {
        return false;
      }
      if (state.compareAndSet(s, new State(s.failures(), s.openUntil(), true))) {
        return true;
      }
    }
  }

  public void failed(long now) {
    change(s -> s.fail(threshold, now));
  }

  public void succeeded() {
    State s = state.get(); // MAYBE
    if (s != State.CLOSED) {
      state.compareAndSet(s, State.CLOSED); // MAYBE
    }
  }

  private void change(UnaryOperator<State> f) {
    State old = state.get();
    while (!state.compareAndSet(old, f.apply(old))) {
      old = state.get();
    }
  }
}
