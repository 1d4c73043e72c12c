package dev.basket;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Standard verticle: all handlers run on the event loop it was deployed on. */
public class BasketVerticle extends AbstractVerticle {
  private final Map<String, Map<String, Integer>> baskets = new HashMap<>();
  private final Map<String, Long> lastSeen = new LinkedHashMap<>();
  private int messages;
  private int evicted;
  private long timerId;

  @Override
  public void start(Promise<Void> started) {
    vertx.eventBus().consumer("basket.add", this::add);
    vertx.eventBus().consumer("basket.drop", this::drop);
    timerId = vertx.setPeriodic(10_000, id -> evict());
    started.complete();
  }

  private void add(Message<JsonObject> m) {
    messages++;
    String user = m.body().getString("user");
    Map<String, Integer> basket = baskets.get(user);
    if (basket == null) {
      basket = new HashMap<>();
      baskets.put(user, basket);
    }
    String sku = m.body().getString("sku");
    basket.put(sku, basket.getOrDefault(sku, 0) + 1);
    lastSeen.put(user, System.currentTimeMillis());
    m.reply(basket.size());
  }

  private void drop(Message<JsonObject> m) {
    messages++;
    baskets.remove(m.body().getString("user"));
    m.reply(messages);
  }

  private void evict() {
    long limit = System.currentTimeMillis() - 3_600_000;
    int before = baskets.size();
    lastSeen.entrySet().removeIf(e -> {
      if (e.getValue() < limit) {
        baskets.remove(e.getKey());
        return true;
      }
      return false;
    });
    evicted += before - baskets.size();
  }

  @Override
  public void stop() {
    vertx.cancelTimer(timerId);
  }
}
