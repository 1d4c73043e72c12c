package com.quantara.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

record Order(String symbol, boolean buy, long quantity) {}

/**
 * A book that is confined to the one thread of its own executor. Nothing else touches the maps, so
 * nothing is locked.
 */
class OrderBook implements AutoCloseable {
  private final ExecutorService engine = Executors.newSingleThreadExecutor();
  private final Map<String, Deque<Order>> resting = new HashMap<>();
  private long sequence;
  private long filled;

  Future<Long> place(Order order) {
    return engine.submit(
        () -> {
          long id = ++sequence;
          match(order);
          return id;
        });
  }

  private void match(Order order) {
    Deque<Order> side = resting.get(order.symbol());
    if (side == null) {
      side = new ArrayDeque<>();
      resting.put(order.symbol(), side);
    }
    Order best = side.peek();
    if (best != null && best.buy() != order.buy()) {
      side.poll();
      filled += Math.min(best.quantity(), order.quantity());
    } else {
      side.add(order);
    }
  }

  Future<?> cancelAll(String symbol) {
    return engine.submit(() -> resting.remove(symbol));
  }

  Future<Long> filled() {
    return engine.submit(() -> filled);
  }

  @Override
  public void close() {
    engine.shutdown();
  }
}
