package programs;

import java.util.ArrayList;
import java.util.List;

/** Threads of a class of their own, which share a static and an object. */
class WorkerTask extends Thread {
  private static int finished;
  private final Tally tally;

  WorkerTask(Tally tally) {
    this.tally = tally;
  }

  static final class Tally {
    private int points;

    void add(int more) {
      points = points + more;
    }

    int points() {
      return points;
    }
  }

  @Override
  public void run() {
    for (int i = 0; i < 5_000; i++) {
      tally.add(2);
      finished++;
    }
  }

  static int finished() {
    return finished;
  }

  static String single() {
    Tally tally = new Tally();
    tally.add(3);
    return "" + tally.points();
  }

  static long lost() throws InterruptedException {
    Tally tally = new Tally();
    int before = finished();
    List<WorkerTask> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      WorkerTask worker = new WorkerTask(tally);
      workers.add(worker);
      worker.start();
    }
    for (WorkerTask worker : workers) {
      worker.join();
    }
    return 40_000 - tally.points() + 20_000 - finished() + before;
  }
}
