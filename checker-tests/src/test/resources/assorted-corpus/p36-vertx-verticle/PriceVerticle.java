package dev.basket;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.eventbus.Message;

public class PriceVerticle extends AbstractVerticle {
  private int lookups;
  private int hits;
  private static int deployed;

  @Override
  public void start() {
    deployed++; // RACE rmw
    vertx.eventBus().<String>consumer("price.get", this::price);
  }

  private void price(Message<String> m) {
    hits++;
    vertx.<Integer>executeBlocking(() -> {
      lookups++; // RACE rmw
      return slowLookup(m.body());
    }, false).onSuccess(p -> {
      hits++;
      m.reply(p);
    });
  }

  private int slowLookup(String sku) {
    return sku.length() * 100;
  }
}
