package gg.nimbus.arena;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running match. All game state is touched on the room's own executor; the network
 * side posts commands.
 */
public final class Room {
    private final ExecutorService loop;
    private final Map<Integer, Fighter> fighters = new HashMap<>();
    private final AtomicInteger spectators = new AtomicInteger();
    private int tick;
    private int kills;
    private volatile int queuedCommands;

    public Room(String name) {
        this.loop = Executors.newSingleThreadExecutor(r -> new Thread(r, "room-" + name));
    }

    /** Called by the network threads. */
    public void enter(int playerId) {
        loop.execute(() -> {
            if (!fighters.containsKey(playerId)) {
                fighters.put(playerId, new Fighter(playerId, 100));
            }
        });
    }

    /** Called by the network threads. */
    public void strike(int attacker, int victim, int damage) {
        queuedCommands++; // RACE read-modify-write #1
        loop.execute(() -> {
            applyStrike(attacker, victim, damage);
            queuedCommands--; // RACE read-modify-write #1
        });
    }

    private void applyStrike(int attacker, int victim, int damage) {
        Fighter a = fighters.get(attacker);
        Fighter v = fighters.get(victim);
        if (a == null || v == null) {
            return;
        }
        v.hp -= damage;
        if (v.hp <= 0) {
            fighters.remove(victim);
            kills++;
            a.score += 10;
        }
    }

    public void step() {
        loop.execute(() -> {
            tick++;
            for (Fighter f : fighters.values()) {
                if (f.hp < 100) {
                    f.hp++;
                }
            }
        });
    }

    public Future<Integer> kills() {
        return loop.submit(() -> kills);
    }

    /** Called by the network threads when a socket breaks. */
    public void dropped(int playerId) {
        fighters.remove(playerId); // RACE unguarded-collection #2
    }

    public boolean watch(int maxSpectators) {
        int now = spectators.incrementAndGet();
        if (now > maxSpectators) {
            spectators.decrementAndGet();
            return false;
        }
        return true;
    }

    public int backlog() {
        return queuedCommands;
    }

    static final class Fighter {
        final int id;
        int hp;
        int score;

        Fighter(int id, int hp) {
            this.id = id;
            this.hp = hp;
        }
    }
}
