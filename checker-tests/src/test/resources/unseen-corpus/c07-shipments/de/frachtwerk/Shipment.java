package de.frachtwerk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A shipment; warehouse, carrier and customer requests change it at any time. */
public class Shipment {
  public enum State { DRAFT, CONFIRMED, PACKED, SHIPPED, CANCELLED }

  private final AtomicReference<State> state = new AtomicReference<>(State.DRAFT);
  private final AtomicReference<String> carrier = new AtomicReference<>();
  private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<State> l) {
    listeners.add(l);
  }

  public boolean confirm() {
    if (state.get() != State.DRAFT) { // RACE atomic-compound #1
      return false;
    }
    state.set(State.CONFIRMED); // RACE atomic-compound #1
    fire(State.CONFIRMED);
    return true;
  }

  public boolean pack() {
    if (state.compareAndSet(State.CONFIRMED, State.PACKED)) {
      fire(State.PACKED);
      return true;
    }
    return false;
  }

  public boolean cancel() {
    State now;
    do {
      now = state.get();
      if (now == State.SHIPPED || now == State.CANCELLED) {
        return false;
      }
    } while (!state.compareAndSet(now, State.CANCELLED));
    fire(State.CANCELLED);
    return true;
  }

  /** The first carrier to claim the shipment gets it. */
  public boolean claim(String by) {
    return carrier.compareAndSet(null, by);
  }

  private void fire(State s) {
    for (Consumer<State> l : listeners) {
      l.accept(s);
    }
  }
}
