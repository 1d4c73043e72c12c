package gg.blockarena.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All state of a room belongs to its loop; others only post commands. */
public final class RoomLoop implements Runnable {

    interface Command {
        void apply(RoomLoop room);
    }

    static final class Player {
        final int id;
        int x;
        int y;
        int score;
        int idleTicks;

        Player(int id) {
            this.id = id;
        }
    }

    private final ConcurrentLinkedQueue<Command> inbox = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Player> players = new HashMap<>();
    private final List<Integer> leaving = new ArrayList<>();
    private volatile boolean running = true;
    private volatile int playerCount;
    private volatile Map<Integer, Integer> scoreBoard = Map.of();
    private long tick;
    private long applied;

    public void join(int id) {
        inbox.add(r -> {
            if (r.players.putIfAbsent(id, new Player(id)) == null) {
                r.playerCount++;
            }
        });
    }

    public void move(int id, int dx, int dy) {
        inbox.add(r -> {
            Player p = r.players.get(id);
            if (p != null) {
                p.x += dx;
                p.y += dy;
                p.idleTicks = 0;
            }
        });
    }

    public void hit(int by) {
        inbox.add(r -> {
            Player p = r.players.get(by);
            if (p != null) {
                p.score += 10;
            }
        });
    }

    @Override
    public void run() {
        while (running) {
            long start = System.nanoTime();
            Command c;
            while ((c = inbox.poll()) != null) {
                c.apply(this);
                applied++;
            }
            step();
            tick++;
            long rest = 50_000_000L - (System.nanoTime() - start);
            if (rest > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(rest);
            }
        }
    }

    private void step() {
        for (Player p : players.values()) {
            if (++p.idleTicks > 600) {
                leaving.add(p.id);
            }
        }
        for (Integer id : leaving) {
            players.remove(id);
            playerCount--;
        }
        leaving.clear();
        if (tick % 20 == 0) {
            Map<Integer, Integer> board = new HashMap<>();
            for (Player p : players.values()) {
                board.put(p.id, p.score);
            }
            scoreBoard = board;
        }
    }

    public int playerCount() {
        return playerCount;
    }

    public Map<Integer, Integer> scoreBoard() {
        return scoreBoard;
    }

    public void stop() {
        running = false;
    }
}
