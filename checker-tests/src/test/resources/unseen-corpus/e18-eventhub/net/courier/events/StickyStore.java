package net.courier.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Last event of each type. */
public class StickyStore {
  private final Map<Class<?>, Object> last = new ConcurrentHashMap<>();
  private final Map<Class<?>, Integer> versions = new ConcurrentHashMap<>();

  public void keep(Object event) {
    last.put(event.getClass(), event);
    versions.compute(event.getClass(), (k, v) -> v == null ? 1 : v + 1);
  }

  public <T> void amend(Class<T> type, UnaryOperator<T> change) {
    Object now = last.get(type); // RACE check-then-act #1
    if (now != null) {
      last.put(type, change.apply(type.cast(now))); // RACE check-then-act #1
    }
  }

  public <T> boolean amendAtomically(Class<T> type, UnaryOperator<T> change) {
    return last.computeIfPresent(type, (k, v) -> change.apply(type.cast(v))) != null;
  }

  public Object take(Class<?> type) {
    return last.remove(type);
  }
}
