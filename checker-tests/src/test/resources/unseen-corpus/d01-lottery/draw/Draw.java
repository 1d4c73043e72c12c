package draw;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Simulates draws in parallel. */
public class Draw {
  private final List<int[]> tickets;
  private final StringBuilder winners = new StringBuilder();
  private long seed = 17;
  private int rounds;

  public Draw(List<int[]> tickets) {
    this.tickets = tickets;
  }

  /** A generator of our own, because the lottery's rules say so. */
  private int ball() {
    seed = seed * 6364136223846793005L + 1442695040888963407L; // RACE rmw
    return (int) (seed >>> 33) % 49 + 1;
  }

  private static int fairBall(Random own) {
    return own.nextInt(49) + 1;
  }

  public int simulate(int draws) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int d = 0; d < draws; d++) {
      final int no = d;
      tasks.add(() -> {
        int[] drawn = new int[6];
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = no % 2 == 0 ? ball() : fairBall(new Random(no));
        }
        int hits = 0;
        for (int[] t : tickets) {
          if (matches(t, drawn) > 3) {
            hits++;
            winners.append(no).append(' '); // RACE unsafe-collection
          }
        }
        return hits;
      });
    }
    int sum = 0;
    for (Future<Integer> f : pool.invokeAll(tasks)) {
      sum += f.get();
      rounds++;
    }
    winners.append("of ").append(rounds);
    pool.shutdown();
    return sum;
  }

  private static int matches(int[] ticket, int[] drawn) {
    int n = 0;
    for (int t : ticket) {
      for (int d : drawn) {
        if (t == d) {
          n++;
        }
      }
    }
    return n;
  }

  /** Two checkers share the pile of tickets. */
  public int check() throws InterruptedException {
    Iterator<int[]> pile = tickets.iterator();
    Iterator<int[]> guarded = tickets.iterator();
    int[] valid = new int[2];
    Thread[] checkers = new Thread[2];
    for (int c = 0; c < 2; c++) {
      final int me = c;
      checkers[c] = new Thread(() -> {
        while (pile.hasNext()) { // RACE check-then-act #1
          int[] t = pile.next(); // RACE check-then-act #1
          if (t.length == 6) {
            valid[me]++;
          }
        }
        for (;;) {
          int[] t;
          synchronized (guarded) {
            if (!guarded.hasNext()) {
              return;
            }
            t = guarded.next();
          }
          t[0] += ThreadLocalRandom.current().nextInt(1);
        }
      });
      checkers[c].start();
    }
    for (Thread t : checkers) {
      t.join();
    }
    return valid[0] + valid[1];
  }
}
