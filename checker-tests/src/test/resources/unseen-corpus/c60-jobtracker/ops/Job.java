package ops;

import java.util.concurrent.Callable;

/** A unit of work, which reports itself to the tracker. */
class Job implements Callable<Integer> {
  private final String id;
  private final JobTracker tracker;
  private int units;

  Job(String id, JobTracker tracker) {
    this.id = id;
    this.tracker = tracker;
  }

  @Override
  public Integer call() {
    long begin = System.currentTimeMillis();
    tracker.begin(id);
    boolean ok = false;
    try {
      for (char c : id.toCharArray()) {
        units += c;
      }
      ok = units % 2 == 0;
      return units;
    } finally {
      tracker.end(id, System.currentTimeMillis() - begin, ok);
    }
  }
}
