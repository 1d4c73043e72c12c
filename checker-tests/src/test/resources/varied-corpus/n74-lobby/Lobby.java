package game.lobby;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Players join from their own connections until the match is full. */
public class Lobby {
    private final int max;
    private final Queue<String> players = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Queue<String> spectators = new ConcurrentLinkedQueue<>();
    private final AtomicInteger seats;
    private final Queue<String> bench = new ConcurrentLinkedQueue<>();

    public Lobby(int max, int spectatorSeats) {
        this.max = max;
        this.seats = new AtomicInteger(spectatorSeats);
    }

    public boolean join(String player) {
        if (size.get() < max) { // RACE atomic-compound #1
            players.add(player);
            size.incrementAndGet(); // RACE atomic-compound #1
            return true;
        }
        return false;
    }

    public boolean watch(String who) {
        if (seats.decrementAndGet() < 0) {
            seats.incrementAndGet();
            return false;
        }
        spectators.add(who);
        return true;
    }

    public void leave(String player) {
        if (players.remove(player)) {
            size.decrementAndGet();
        }
    }

    public boolean wait(String player) {
        if (bench.size() >= 5) { // RACE check-then-act #2
            return false;
        }
        return bench.add(player); // RACE check-then-act #2
    }

    public String promote() {
        if (bench.isEmpty()) { // RACE check-then-act #3
            return null;
        }
        return bench.remove(); // RACE check-then-act #3
    }

    public List<String> rotate() {
        List<String> out = new ArrayList<>();
        String p;
        while ((p = bench.poll()) != null) {
            out.add(p);
        }
        return out;
    }
}
