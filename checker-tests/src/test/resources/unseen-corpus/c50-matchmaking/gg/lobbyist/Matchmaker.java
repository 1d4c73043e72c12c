package gg.lobbyist;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Pairs players. Lobby threads call enter, leave and match at will. */
public class Matchmaker {
  private final Queue<String> ranked = new ConcurrentLinkedQueue<>();
  private final Queue<String> casual = new ConcurrentLinkedQueue<>();
  private final ConcurrentMap<String, Integer> rating = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<String> single = new AtomicReference<>();

  public void enterRanked(String player) {
    ranked.add(player);
    waiting.incrementAndGet();
  }

  public boolean leaveRanked(String player) {
    if (ranked.remove(player)) {
      waiting.set(waiting.get() - 1); // RACE atomic-compound
      return true;
    }
    return false;
  }

  /** Two ranked players or null. */
  public String[] matchRanked() {
    if (ranked.size() < 2) { // RACE check-then-act #1
      return null;
    }
    String a = ranked.poll(); // RACE check-then-act #1
    String b = ranked.poll(); // RACE check-then-act #1
    waiting.addAndGet(-2);
    return new String[] {a, b};
  }

  /** Casual games are played with a bot if nobody is there. */
  public String[] matchCasual() {
    String a = casual.poll();
    if (a == null) {
      return null;
    }
    String b = casual.poll();
    return new String[] {a, b == null ? "bot" : b};
  }

  public void enterCasual(String player) {
    casual.offer(player);
  }

  /** Whoever comes second gets the first. */
  public String duel(String player) {
    while (true) {
      String other = single.get();
      if (other == null) {
        if (single.compareAndSet(null, player)) {
          return null;
        }
      } else if (single.compareAndSet(other, null)) {
        return other;
      }
    }
  }

  public void result(String winner, String loser) {
    int stake = 16;
    rating.merge(winner, 1000 + stake, (old, x) -> old + stake);
    rating.merge(loser, 1000 - stake, (old, x) -> old - stake);
  }

  public void decay(String player) {
    Integer r = rating.get(player); // RACE check-then-act #2
    if (r != null && r > 1000) {
      rating.put(player, r - 5); // RACE check-then-act #2
    }
  }
}
