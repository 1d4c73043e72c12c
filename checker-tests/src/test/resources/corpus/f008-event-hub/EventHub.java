package org.kontor.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Delivers events to listeners: here, or on the threads of the hub. */
class EventHub {
  private final List<Consumer<String>> inline = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> pooled = new CopyOnWriteArrayList<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void onInline(Consumer<String> listener) {
    inline.add(listener);
  }

  void onPool(Consumer<String> listener) {
    pooled.add(listener);
  }

  void publish(String event) {
    for (Consumer<String> listener : inline) {
      listener.accept(event);
    }
    for (Consumer<String> listener : pooled) {
      pool.execute(() -> listener.accept(event));
    }
  }
}
