package farmtech;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ExecutionException;

/** Tests the lamps row by row. */
class Lamps {
  private final int[] hours;
  private int broken;
  private int tested;

  Lamps(int rows) {
    hours = new int[rows];
  }

  /** The rows are tested in parallel, each row by one task. */
  int test() throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Future<?>[] rows = new Future<?>[hours.length];
    for (int i = 0; i < hours.length; i++) {
      final int row = i;
      rows[i] = pool.submit(() -> {
        hours[row]++;
        if (hours[row] > 1000) {
          broken++; // RACE rmw
        }
      });
    }
    for (Future<?> f : rows) {
      f.get();
      tested++;
    }
    pool.shutdown();
    return broken;
  }
}
