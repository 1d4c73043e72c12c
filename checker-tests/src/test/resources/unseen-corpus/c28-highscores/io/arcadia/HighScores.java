package io.arcadia;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;

/** High scores of all games. Submitted by request threads. */
public class HighScores {
  public record Score(String player, long points) implements Comparable<Score> {
    @Override
    public int compareTo(Score o) {
      int c = Long.compare(o.points, points);
      return c != 0 ? c : player.compareTo(o.player);
    }
  }

  private final Map<String, Long> bestByPlayer = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Score> all = new ConcurrentSkipListSet<>();
  private final Map<Integer, Integer> perDay = new ConcurrentSkipListMap<>();
  private final AtomicReference<Score> champion = new AtomicReference<>(new Score("", 0));
  private final LongAccumulator highest = new LongAccumulator(Math::max, 0);
  private volatile List<Score> page = List.of();

  public boolean submit(String player, long points, int day) {
    Score s = new Score(player, points);
    all.add(s);
    highest.accumulate(points);
    perDay.merge(day, 1, Integer::sum);
    Long best = bestByPlayer.merge(player, points, Math::max);
    Score old = champion.getAndUpdate(c -> points > c.points() ? s : c);
    return best == points && old.points() < points;
  }

  /** Rebuilds the page from scratch. */
  public synchronized void rebuild() {
    List<Score> top = new ArrayList<>();
    for (Score s : all) {
      top.add(s);
      if (top.size() == 10) {
        break;
      }
    }
    page = List.copyOf(top);
  }

  public List<Score> page() {
    return page;
  }

  public long highest() {
    return highest.get();
  }
}
