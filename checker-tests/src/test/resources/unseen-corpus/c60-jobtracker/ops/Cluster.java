package ops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class Cluster {
  private final ExecutorService nodes;
  private final JobTracker tracker = new JobTracker();

  public Cluster(ExecutorService nodes) {
    this.nodes = nodes;
  }

  /** Returns the units worked. */
  public int run(List<String> ids) throws InterruptedException, ExecutionException {
    List<Submission> work = new ArrayList<>();
    for (String id : ids) {
      work.add(new Submission(new Job(id, tracker)));
    }
    List<Future<Integer>> futures = new ArrayList<>();
    for (Submission c : work) {
      futures.add(nodes.submit(c.job));
    }
    int units = 0;
    for (Future<Integer> f : futures) {
      units += f.get();
    }
    return units;
  }

  private static final class Submission {
    final Job job;

    Submission(Job job) {
      this.job = job;
    }
  }

  public String state() {
    return tracker.state();
  }
}
