package org.example.vertx.app;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps sessions that arrive over the event bus. */
public class SessionVerticle extends AbstractVerticle {

    private final Map<String, JsonObject> sessions = new HashMap<>();
    private final List<String> expired = new ArrayList<>();
    private long created;
    private long touched;
    private int sweeps;
    private boolean reporting;

    @Override
    public void start(Promise<Void> startPromise) {
        vertx.eventBus().consumer("session.touch", this::onTouch);
        vertx.eventBus().<String>localConsumer("session.drop", m -> {
            if (sessions.remove(m.body()) != null) {
                expired.add(m.body());
            }
        });
        vertx.setPeriodic(5_000, id -> sweep());
        startPromise.complete();
    }

    private void onTouch(Message<JsonObject> msg) {
        String id = msg.body().getString("id");
        JsonObject s = sessions.get(id);
        if (s == null) {
            s = new JsonObject().put("id", id).put("hits", 0);
            sessions.put(id, s);
            created++;
        }
        s.put("hits", s.getInteger("hits") + 1);
        s.put("seen", System.currentTimeMillis());
        touched++;
        msg.reply(s.copy());
    }

    private void sweep() {
        sweeps++;
        long limit = System.currentTimeMillis() - 60_000;
        sessions.values().removeIf(s -> s.getLong("seen") < limit);
        if (!reporting) {
            reporting = true;
            JsonObject snapshot = new JsonObject().put("created", created).put("touched", touched).put("sweeps", sweeps);
            List<String> gone = new ArrayList<>(expired);
            expired.clear();
            vertx.<Integer>executeBlocking(() -> store(snapshot, gone)).onComplete(ar -> {
                reporting = false;
                if (ar.failed()) {
                    expired.addAll(gone);
                }
            });
        }
    }

    private static int store(JsonObject snapshot, List<String> gone) {
        int bytes = 0;
        for (String g : gone) {
            bytes += g.length();
        }
        return bytes + snapshot.encode().length();
    }

    /** Starts one verticle per core. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        Supplier<io.vertx.core.Verticle> supplier = SessionVerticle::new;
        vertx.deployVerticle(supplier, new DeploymentOptions().setInstances(4));
    }
}
