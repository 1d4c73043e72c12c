package com.quayside.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Publishes from any thread, delivers on one. */
public class Bus {
  private final ExecutorService dispatcher = Executors.newSingleThreadExecutor();
  private final Object registration = new Object();
  private volatile Map<Class<?>, List<Listener<?>>> listeners = Map.of();
  private long delivered;
  private int failures;
  private String lastFailure;

  public <E> void register(Class<E> type, Listener<? super E> l) {
    synchronized (registration) {
      Map<Class<?>, List<Listener<?>>> copy = new HashMap<>(listeners);
      List<Listener<?>> of = new ArrayList<>(copy.getOrDefault(type, List.of()));
      of.add(l);
      copy.put(type, of);
      listeners = copy;
    }
  }

  public void unregister(Class<?> type) {
    synchronized (registration) {
      if (!listeners.containsKey(type)) {
        return;
      }
      Map<Class<?>, List<Listener<?>>> copy = new HashMap<>(listeners);
      copy.remove(type);
      listeners = copy;
    }
  }

  public void publish(Object event) {
    dispatcher.execute(() -> deliver(event));
  }

  @SuppressWarnings("unchecked")
  private void deliver(Object event) {
    for (Listener<?> l : listeners.getOrDefault(event.getClass(), List.of())) {
      try {
        ((Listener<Object>) l).on(event);
        delivered++;
      } catch (RuntimeException e) {
        failures++;
        lastFailure = e.getMessage();
      }
    }
  }

  /** Asks the dispatcher thread, which alone knows. */
  public String status() throws Exception {
    return dispatcher.submit(() -> {
      String s = delivered + "/" + failures + " " + lastFailure;
      failures = 0;
      return s;
    }).get();
  }

  public interface Listener<E> {
    void on(E event);
  }
}
