package arena.score;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

public final class Leaderboard {
  public record Score(String player, int points) {}

  private enum Season { OPEN, FROZEN }

  private final Map<String, Integer> points = new ConcurrentHashMap<>();
  private final AtomicReference<Score> best = new AtomicReference<>(new Score("", 0));
  private final AtomicReference<Season> season = new AtomicReference<>(Season.OPEN);
  private volatile List<Score> top = List.of();

  public void award(String player, int delta) {
    int now = points.getOrDefault(player, 0) + delta; // RACE check-then-act #3
    points.put(player, now); // RACE check-then-act #3
    Score s = new Score(player, now);
    best.accumulateAndGet(s, (a, b) -> b.points() > a.points() ? b : a);
  }

  public void penalty(String player, int delta) {
    points.merge(player, -delta, Integer::sum);
  }

  public boolean freeze() {
    if (!season.compareAndSet(Season.OPEN, Season.FROZEN)) {
      return false;
    }
    top = points.entrySet().stream().map(e -> new Score(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(Score::points).reversed()).limit(10).toList();
    return true;
  }

  public List<Score> top() {
    return top;
  }

  public Score best() {
    return best.get();
  }
}
