package kit.locks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Puts all of them under load. */
public final class Drill {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newCachedThreadPool();
    SemaphoreCell cell = new SemaphoreCell();
    StampedPoint point = new StampedPoint();
    GuardedTally tally = new GuardedTally();
    Scoreboard board = new Scoreboard();
    for (int t = 0; t < 8; t++) {
      int me = t;
      pool.execute(() -> {
        for (int i = 0; i < 1000; i++) {
          cell.add(i);
          point.move(me, i);
          point.moveIfAtOrigin(1, 1);
          tally.vote(i % 3 == 0);
          board.score("team" + me % 2, 1);
        }
      });
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println(tally.margin() + " " + point.distance());
  }
}
