package net.courier.events;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Publish and subscribe by type. Posting is allowed from any thread; nested posts of one thread are delivered
 * after the current one.
 */
public class EventHub {
  private final ConcurrentMap<Class<?>, CopyOnWriteArraySet<Consumer<Object>>> subscribers = new ConcurrentHashMap<>();
  private final ThreadLocal<Queue<Object>> pending = ThreadLocal.withInitial(ArrayDeque::new);
  private final ThreadLocal<Boolean> dispatching = ThreadLocal.withInitial(() -> false);
  private final AtomicLong posted = new AtomicLong();
  private long dead;

  public void subscribe(Class<?> type, Consumer<Object> handler) {
    subscribers.computeIfAbsent(type, t -> new CopyOnWriteArraySet<>()).add(handler);
  }

  public void unsubscribe(Class<?> type, Consumer<Object> handler) {
    CopyOnWriteArraySet<Consumer<Object>> set = subscribers.get(type);
    if (set != null) {
      set.remove(handler);
    }
  }

  public void post(Object event) {
    posted.incrementAndGet();
    Queue<Object> queue = pending.get();
    queue.add(event);
    if (dispatching.get()) {
      return;
    }
    dispatching.set(true);
    try {
      Object next;
      while ((next = queue.poll()) != null) {
        deliver(next);
      }
    } finally {
      dispatching.remove();
      pending.remove();
    }
  }

  private void deliver(Object event) {
    CopyOnWriteArraySet<Consumer<Object>> set = subscribers.get(event.getClass());
    if (set == null || set.isEmpty()) {
      dead++; // RACE rmw
      return;
    }
    for (Consumer<Object> c : set) {
      c.accept(event);
    }
  }

  public long posted() {
    return posted.get();
  }

  public long dead() {
    return dead;
  }
}
