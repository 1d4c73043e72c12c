package games.arena.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Runs the loop of a match and takes the messages of the clients. */
public class MatchServer implements Runnable {

    private static final long STEP = 50_000_000L;

    private final World world = new World();
    private final ExecutorService network = Executors.newCachedThreadPool();
    private final AtomicLong messages = new AtomicLong();
    private volatile boolean running = true;
    private int overruns;

    @Override
    public void run() {
        long next = System.nanoTime();
        while (running) {
            world.advance();
            next += STEP;
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                overruns++;
                next = System.nanoTime();
            }
        }
    }

    public void start() {
        new Thread(this, "match-loop").start();
    }

    public void onMessage(String player, String line) {
        network.execute(() -> handle(player, line.split(" ")));
    }

    private void handle(String player, String[] words) {
        messages.incrementAndGet();
        switch (words[0]) {
            case "join" -> world.submit(w -> w.join(player));
            case "move" -> {
                int dx = Integer.parseInt(words[1]);
                int dy = Integer.parseInt(words[2]);
                world.submit(w -> w.move(player, dx, dy));
            }
            case "shoot" -> world.submit(w -> w.shoot(player, words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    public String scoreboard() {
        World.View v = world.view();
        return v.tick() + ": " + v.positions().size() + " players, " + v.shots() + " shots, " + messages;
    }

    public void stop() {
        running = false;
        network.shutdown();
    }
}
