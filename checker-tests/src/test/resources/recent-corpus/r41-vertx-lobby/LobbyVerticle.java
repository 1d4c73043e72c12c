package r41vertxlobby;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Brings players together; one instance is deployed per lobby. */
public class LobbyVerticle extends AbstractVerticle {

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Integer> ratings = new HashMap<>();
    private int matches;
    private int lookups;
    private int failures;
    private long timer;

    @Override
    public void start(Promise<Void> started) {
        String lobby = config().getString("lobby");
        vertx.eventBus().consumer("lobby." + lobby + ".join", this::join);
        vertx.eventBus().<JsonObject>consumer("lobby." + lobby + ".result", this::result);
        timer = vertx.setPeriodic(1000, id -> pair());
        started.complete();
    }

    private void join(Message<String> message) {
        String player = message.body();
        if (ratings.containsKey(player)) {
            enqueue(player);
            message.reply("waiting");
            return;
        }
        lookups++;
        vertx.executeBlocking(() -> slowRating(player)).onComplete(rating -> {
            if (rating.failed()) {
                failures++;
                message.fail(500, rating.cause().getMessage());
            } else {
                ratings.putIfAbsent(player, rating.result());
                enqueue(player);
                message.reply("waiting");
            }
        });
    }

    private void enqueue(String player) {
        if (!waiting.contains(player)) {
            waiting.addLast(player);
        }
    }

    private void pair() {
        while (waiting.size() > 1) {
            matches++;
            vertx.eventBus().publish("match", waiting.pollFirst() + " : " + waiting.pollFirst());
        }
    }

    private void result(Message<JsonObject> message) {
        String winner = message.body().getString("winner");
        Integer old = ratings.get(winner);
        if (old != null) {
            ratings.put(winner, old + 10);
        }
    }

    private static Integer slowRating(String player) throws InterruptedException {
        Thread.sleep(50);
        return 1000 + player.length();
    }

    @Override
    public void stop() {
        vertx.cancelTimer(timer);
        System.getLogger("lobby").log(System.Logger.Level.INFO, matches + " matches, " + lookups + "/" + failures);
    }
}
