package dev.ripple.bus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Hands events to a handler one after another and drops repeats by key. */
public final class OrderedInbox<K, E> implements Consumer<Map.Entry<K, E>>, AutoCloseable {
  private final ExecutorService mailbox = Executors.newSingleThreadExecutor();
  private final Map<K, Integer> seen = new LinkedHashMap<>();
  private final Consumer<? super E> handler;
  private int dropped;

  public OrderedInbox(Consumer<? super E> handler) {
    this.handler = handler;
  }

  @Override
  public void accept(Map.Entry<K, E> e) {
    mailbox.submit(() -> handle(e.getKey(), e.getValue()));
  }

  private void handle(K key, E event) {
    Integer times = seen.get(key);
    seen.put(key, times == null ? 1 : times + 1);
    if (times != null) {
      dropped++;
      return;
    }
    handler.accept(event);
    if (seen.size() > 1000) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  @Override
  public void close() {
    mailbox.execute(() -> System.out.println(dropped + " dropped"));
    mailbox.shutdown();
  }
}
