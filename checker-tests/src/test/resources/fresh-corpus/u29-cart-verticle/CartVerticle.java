package com.shopwave.vertx;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Carts of the visitors; each instance answers for its share of the shop addresses. */
public class CartVerticle extends AbstractVerticle {
    private static final AtomicInteger INSTANCES = new AtomicInteger();
    private static int items;

    private final Map<String, JsonObject> carts = new HashMap<>();
    private int number;
    private long requests;
    private int ticks;

    @Override
    public void start(Promise<Void> started) {
        number = INSTANCES.incrementAndGet();
        vertx.eventBus().consumer("cart.add." + number, this::add);
        vertx.eventBus().<String>consumer("cart.drop." + number, m -> {
            requests++;
            JsonObject gone = carts.remove(m.body());
            m.reply(gone == null ? new JsonObject() : gone);
        });
        vertx.setPeriodic(60_000, id -> {
            if (++ticks % 10 == 0) {
                carts.values().removeIf(JsonObject::isEmpty);
            }
        });
        started.complete();
    }

    private void add(Message<JsonObject> m) {
        requests++;
        JsonObject body = m.body();
        JsonObject cart = carts.computeIfAbsent(body.getString("visitor"), v -> new JsonObject());
        String sku = body.getString("sku");
        cart.put(sku, cart.getInteger(sku, 0) + 1);
        items++; // RACE rmw
        vertx.executeBlocking(() -> price(cart.copy())).onSuccess(cents -> {
            requests += 0L;
            m.reply(new JsonObject().put("cents", cents).put("served", requests));
        });
    }

    private static long price(JsonObject cart) {
        long cents = 0;
        for (String sku : cart.fieldNames()) {
            cents += 199L * cart.getInteger(sku);
        }
        return cents;
    }

    static int items() {
        return items;
    }

    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(CartVerticle.class, new DeploymentOptions().setInstances(4));
    }
}
