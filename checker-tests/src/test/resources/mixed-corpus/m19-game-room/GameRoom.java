package room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A room of the game server. The world is only touched from the tick thread; network threads
 * talk to it through commands.
 */
public class GameRoom implements Runnable {

    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Player> players = new HashMap<>();
    private final Map<Integer, Long> lastPing = new ConcurrentHashMap<>();
    private final List<Projectile> projectiles = new ArrayList<>();
    private volatile boolean running = true;
    private long tick;
    private int droppedCommands;

    @Override
    public void run() {
        while (running) {
            long start = System.nanoTime();
            tickOnce();
            long left = 50_000_000L - (System.nanoTime() - start);
            if (left > 0) {
                try {
                    Thread.sleep(left / 1_000_000L);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private void tickOnce() {
        tick++;
        int budget = 200;
        Command c;
        while (budget-- > 0 && (c = commands.poll()) != null) {
            c.apply(this);
        }
        projectiles.removeIf(p -> {
            p.x += p.vx;
            p.y += p.vy;
            Player hit = p.hits(players.values());
            if (hit != null) {
                hit.health -= p.damage;
                Player shooter = players.get(p.owner);
                if (shooter != null) {
                    shooter.score += 10;
                }
            }
            return hit != null || p.ttl-- <= 0;
        });
    }

    void join(Player player) {
        players.put(player.id, player);
    }

    void shoot(Projectile p) {
        projectiles.add(p);
    }

    /** Network side: queues a command of a client. */
    public void submit(Command command) {
        if (!running) {
            return;
        }
        commands.add(command);
    }

    /** Network side: a ping of a client. */
    public void onPing(int playerId, long at) {
        lastPing.merge(playerId, at, Math::max);
    }

    /** Network side: the client went away. */
    public void onDisconnect(int playerId) {
        players.remove(playerId); // RACE unsafe-collection #1
        lastPing.remove(playerId);
    }

    /** Network side: client reports an unreadable packet. */
    public void onGarbage(int playerId) {
        droppedCommands++; // RACE rmw #2
        commands.add(room -> {
            Player p = room.players.get(playerId);
            if (p != null) {
                p.warnings++;
            }
        });
    }

    public void stop() {
        running = false;
    }

    public int droppedCommands() {
        return droppedCommands;
    }

    /** Change of the world requested by a client. */
    public interface Command {
        void apply(GameRoom room);
    }
}
