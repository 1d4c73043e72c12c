package games.skirmish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The world: advanced twenty times a second by its own timer thread. */
public final class Arena {
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Command> inbox = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Fighter> fighters = new HashMap<>();
  private final ArrayDeque<Fighter> graveyard = new ArrayDeque<>();
  private volatile Snapshot latest = new Snapshot(0, List.of());
  private long tick;
  private int kills;

  public sealed interface Command permits Join, Hit {}

  public record Join(int id, int health) implements Command {}

  public record Hit(int attacker, int victim, int damage) implements Command {}

  public record Snapshot(long tick, List<String> lines) {}

  public void start() {
    ticker.scheduleAtFixedRate(this::tick, 0, 50, TimeUnit.MILLISECONDS);
  }

  /** Network threads. */
  public void enqueue(Command c) {
    inbox.add(c);
  }

  /** Network threads. */
  public Snapshot latest() {
    return latest;
  }

  private void tick() {
    tick++;
    for (Command c = inbox.poll(); c != null; c = inbox.poll()) {
      apply(c);
    }
    for (Fighter f : fighters.values()) {
      f.regenerate(tick);
    }
    List<String> lines = new ArrayList<>();
    fighters.values().forEach(f -> lines.add(f.describe()));
    latest = new Snapshot(tick, List.copyOf(lines));
  }

  private void apply(Command c) {
    if (c instanceof Join j) {
      fighters.putIfAbsent(j.id(), new Fighter(j.id(), j.health()));
      return;
    }
    Hit h = (Hit) c;
    Fighter victim = fighters.get(h.victim());
    Fighter attacker = fighters.get(h.attacker());
    if (victim == null || attacker == null) {
      return;
    }
    if (victim.damage(h.damage())) {
      kills++;
      attacker.score += 100;
      fighters.remove(h.victim());
      graveyard.push(victim);
      if (graveyard.size() > 50) {
        graveyard.removeLast();
      }
    }
  }
}

final class Fighter {
  private final int id;
  private int health;
  private int hitsTaken;
  int score;

  Fighter(int id, int health) {
    this.id = id;
    this.health = health;
  }

  boolean damage(int n) {
    hitsTaken++;
    health -= n;
    return health <= 0;
  }

  void regenerate(long tick) {
    if (tick % 20 == 0 && health < 100) {
      health++;
    }
  }

  String describe() {
    return id + ":" + health + ":" + score + ":" + hitsTaken;
  }
}
