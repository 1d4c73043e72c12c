package com.pixelquest.scores;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAccumulator;

record Score(String player, long points) {}

/** Records of a game server; every match reports from its own thread. */
class HighScores {
  private final ExecutorService matches;
  private long best;
  private long worst = Long.MAX_VALUE;
  private volatile long longestMillis;
  private Score champion;
  private int open;
  private static final int MAX_OPEN = 64;

  HighScores(ExecutorService matches) {
    this.matches = matches;
  }

  void play(String player, long points, long millis) {
    matches.execute(() -> report(new Score(player, points), millis));
  }

  private void report(Score score, long millis) {
    if (score.points() > best) { // RACE rmw #1
      best = score.points(); // RACE rmw #1
    }
    worst = score.points() < worst ? score.points() : worst; // RACE rmw
    if (millis > longestMillis) { // RACE rmw #2
      longestMillis = millis; // RACE rmw #2
    }
    Score before = champion; // RACE rmw #3
    if (before == null || before.points() < score.points()) { // RACE rmw #3
      champion = score; // RACE rmw #3
    }
    if (open < MAX_OPEN) { // RACE rmw #4
      open++; // RACE rmw #4
    }
  }

  /** The maximum over a list that nobody else sees. */
  static Score best(List<Score> scores) {
    Score best = null;
    for (Score score : scores) {
      if (best == null || score.points() > best.points()) {
        best = score;
      }
    }
    return best;
  }

  String board() {
    return champion + " " + best + "/" + worst + " " + longestMillis + " " + open;
  }
}

class SteadyHighScores {
  private final ExecutorService matches;
  private final LongAccumulator best = new LongAccumulator(Math::max, 0);
  private volatile long longestMillis;
  private Score champion;

  SteadyHighScores(ExecutorService matches) {
    this.matches = matches;
  }

  void play(Score score, long millis) {
    matches.execute(
        () -> {
          best.accumulate(score.points());
          crown(score);
          stretch(millis);
        });
  }

  private synchronized void crown(Score score) {
    if (champion == null || champion.points() < score.points()) {
      champion = score;
    }
  }

  /** A quick look first, then the look that counts under the lock. */
  private void stretch(long millis) {
    if (millis > longestMillis) {
      synchronized (this) {
        if (millis > longestMillis) {
          longestMillis = millis;
        }
      }
    }
  }
}
