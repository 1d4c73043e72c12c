package arena;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The world is simulated on one scheduler thread, packets are decoded on the network pool and
 * handed over as commands.
 */
public class Arena {

    private interface Command {
        void apply(Arena arena);
    }

    private final Map<String, Player> players = new ConcurrentHashMap<>();
    private final Queue<Command> inbox = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService network = Executors.newFixedThreadPool(4);
    private long tick;
    private int kills;

    public void start() {
        loop.scheduleAtFixedRate(this::simulate, 50, 50, TimeUnit.MILLISECONDS);
    }

    public void join(String name) {
        players.putIfAbsent(name, new Player(name));
    }

    public void leave(String name) {
        Player gone = players.remove(name);
        if (gone != null) {
            gone.disconnect();
        }
    }

    public void onPacket(byte[] packet) {
        network.execute(() -> decode(packet));
    }

    private void decode(byte[] packet) {
        String text = new String(packet);
        int colon = text.indexOf(':');
        if (colon < 0) {
            return;
        }
        String who = text.substring(0, colon);
        String what = text.substring(colon + 1);
        Player player = players.get(who);
        if (player == null) {
            return;
        }
        switch (what) {
            case "coin":
                player.addScore(10); // RACE read-modify-write #1
                break;
            case "move":
                inbox.add(arena -> player.touch(arena.tick));
                break;
            default:
                inbox.add(arena -> arena.attack(player, what));
        }
    }

    private void attack(Player from, String target) {
        Player to = players.get(target);
        if (to == null || !to.alive()) {
            return;
        }
        to.hit(25);
        if (!to.alive()) {
            kills++;
            from.addScore(100); // RACE read-modify-write #1
        }
    }

    private void simulate() {
        tick++;
        Command c;
        while ((c = inbox.poll()) != null) {
            c.apply(this);
        }
        for (Player p : players.values()) {
            if (tick - p.lastInputTick() > 1200) {
                leave(p.name());
            }
        }
    }

    public void stop() {
        network.shutdown();
        loop.shutdown();
    }
}
