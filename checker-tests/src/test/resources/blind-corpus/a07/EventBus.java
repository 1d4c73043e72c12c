package dev.ripple.bus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Type-based publish and subscribe; every delivery is a task of its own. */
public final class EventBus {
  private final Map<Class<?>, List<Subscription<?>>> routes = new ConcurrentHashMap<>();
  private final List<Consumer<Object>> taps = new CopyOnWriteArrayList<>();
  private final Set<Class<?>> silent = ConcurrentHashMap.newKeySet();
  private final AtomicLong published = new AtomicLong();
  private final Executor executor;

  public EventBus(Executor executor) {
    this.executor = executor;
  }

  public <E> Subscription<E> subscribe(Class<E> type, Consumer<? super E> handler) {
    Subscription<E> s = new Subscription<>(type, handler);
    routes.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(s);
    return s;
  }

  public void unsubscribe(Subscription<?> s) {
    List<Subscription<?>> of = routes.get(s.type());
    if (of != null) {
      of.remove(s);
    }
  }

  public void tap(Consumer<Object> listener) {
    if (!taps.contains(listener)) { // RACE check-then-act #1
      taps.add(listener); // RACE check-then-act #1
    }
  }

  public void publish(Object event) {
    published.incrementAndGet();
    List<Subscription<?>> of = routes.get(event.getClass());
    if (of == null || of.isEmpty()) {
      if (silent.add(event.getClass())) {
        System.err.println("no subscriber for " + event.getClass().getSimpleName());
      }
      return;
    }
    for (Subscription<?> s : of) {
      executor.execute(() -> s.deliver(event));
    }
    taps.forEach(t -> t.accept(event));
  }
}
