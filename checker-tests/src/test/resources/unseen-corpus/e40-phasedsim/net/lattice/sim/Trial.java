package net.lattice.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A task with state of its own. */
final class Trial implements Callable<Trial> {
  private final Random random;
  private final List<Integer> path = new ArrayList<>();
  private int steps;
  private long distance;

  Trial(long seed) {
    random = new Random(seed);
  }

  @Override
  public Trial call() {
    for (int i = 0; i < 100; i++) {
      int d = random.nextInt(3) - 1;
      path.add(d);
      distance += d;
      steps++;
    }
    return this;
  }

  static long runAll(ExecutorService pool, int n) throws Exception {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      trials.add(new Trial(i));
    }
    long sum = 0;
    for (Future<Trial> f : pool.invokeAll(trials)) {
      Trial t = f.get();
      t.steps++;
      sum += t.distance + t.steps;
    }
    return sum;
  }
}
