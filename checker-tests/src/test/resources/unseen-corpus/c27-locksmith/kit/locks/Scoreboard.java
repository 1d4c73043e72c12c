package kit.locks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Everything goes through withLock. */
public class Scoreboard {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Integer> scores = new HashMap<>();
  private int rounds;

  private <T> T withLock(Callable<T> body) {
    lock.lock();
    try {
      return body.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  public int score(String team, int points) {
    return withLock(() -> {
      rounds++;
      int now = scores.getOrDefault(team, 0) + points;
      scores.put(team, now);
      return now;
    });
  }

  public void reset() {
    withLock(() -> {
      scores.clear();
      rounds = 0;
      return null;
    });
  }
}
