package db.columnar.engine;

import java.util.ArrayList;
import java.util.List;

/** Counters of a worker, in an object of its own. */
final class WorkerStats {
  long rows;
  long filtered;
  int splits;

  void add(WorkerStats other) {
    rows += other.rows;
    filtered += other.filtered;
    splits += other.splits;
  }
}

/** Scans a column with several threads. */
class QueryEngine {
  private final int[] column;
  private final WorkerStats total = new WorkerStats();
  private long scans;

  QueryEngine(int[] column) {
    this.column = column;
  }

  WorkerStats scan(int threads, int limit) throws InterruptedException {
    WorkerStats[] stats = new WorkerStats[threads];
    List<Thread> running = new ArrayList<>();
    int chunk = column.length / threads;
    for (int t = 0; t < threads; t++) {
      WorkerStats mine = stats[t] = new WorkerStats();
      int from = t * chunk;
      int to = t == threads - 1 ? column.length : from + chunk;
      Thread thread =
          new Thread(
              () -> {
                mine.splits++;
                for (int i = from; i < to; i++) {
                  mine.rows++;
                  if (column[i] > limit) {
                    mine.filtered++;
                    column[i] -= limit;
                  }
                }
              });
      running.add(thread);
      thread.start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    WorkerStats sum = new WorkerStats();
    for (WorkerStats each : stats) {
      sum.add(each);
    }
    return sum;
  }

  /** Every thread counts into the engine's total. */
  void scanInto(int threads, int limit) throws InterruptedException {
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = t;
      Thread thread =
          new Thread(
              () -> {
                scans++; // RACE rmw
                for (int i = from; i < column.length; i += threads) {
                  if (column[i] > limit) {
                    total.filtered++; // RACE rmw
                  }
                }
              });
      running.add(thread);
      thread.start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    total.rows += column.length;
  }

  String text() {
    return scans + ": " + total.rows + ", " + total.filtered;
  }
}
