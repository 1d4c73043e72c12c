package arena.lobby;

import arena.room.GameRoom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Players gather here until the match begins. Called from the connection threads. */
public final class Lobby {
  enum Phase { GATHERING, COUNTDOWN, RUNNING, OVER }

  private final Map<String, Integer> players = Collections.synchronizedMap(new LinkedHashMap<>());
  private final int capacity;
  private volatile Phase phase = Phase.GATHERING;
  private volatile GameRoom room;

  public Lobby(int capacity) {
    this.capacity = capacity;
  }

  public boolean join(String player, int rating) {
    if (phase != Phase.GATHERING || players.size() >= capacity) { // RACE check-then-act #1
      return false;
    }
    players.put(player, rating); // RACE check-then-act #1
    return true;
  }

  public void rate(String player, int delta) {
    players.computeIfPresent(player, (p, r) -> r + delta);
  }

  public GameRoom begin() {
    if (phase == Phase.RUNNING || phase == Phase.OVER) { // RACE check-then-act #2
      return room;
    }
    phase = Phase.RUNNING; // RACE check-then-act #2
    GameRoom r = new GameRoom("room-" + players.hashCode());
    synchronized (players) {
      for (String p : players.keySet()) {
        r.send(new GameRoom.Join(p));
      }
    }
    r.start();
    room = r;
    return r;
  }

  public int averageRating() {
    synchronized (players) {
      if (players.isEmpty()) {
        return 0;
      }
      int sum = 0;
      for (int r : players.values()) {
        sum += r;
      }
      return sum / players.size();
    }
  }
}
