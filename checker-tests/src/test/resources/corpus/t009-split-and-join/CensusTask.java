package gov.lindora.census;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;

/** Every task sums what is its own; the sums are joined on the way up. */
class CensusTask extends RecursiveTask<Map<String, Integer>> {
  private final List<String> villages;
  private final Map<String, Integer> own = new HashMap<>();
  private int visited;

  CensusTask(List<String> villages) {
    this.villages = villages;
  }

  @Override
  protected Map<String, Integer> compute() {
    if (villages.size() <= 8) {
      for (String village : villages) {
        own.merge(village.substring(0, 1), 1, Integer::sum);
        visited++;
      }
      return own;
    }
    int middle = villages.size() / 2;
    CensusTask left = new CensusTask(villages.subList(0, middle));
    CensusTask right = new CensusTask(villages.subList(middle, villages.size()));
    left.fork();
    Map<String, Integer> result = right.compute();
    for (Map.Entry<String, Integer> entry : left.join().entrySet()) {
      result.merge(entry.getKey(), entry.getValue(), Integer::sum);
    }
    visited += left.visited + right.visited;
    return result;
  }

  int visited() {
    return visited;
  }

  static int run(List<String> villages) {
    CensusTask root = new CensusTask(villages);
    ForkJoinPool.commonPool().invoke(root);
    return root.visited();
  }
}

/** The same counts, but into maps and counters that all tasks share. */
class HastyCensus extends RecursiveAction {
  private static int visited;

  private final List<String> villages;
  private final Map<String, Integer> shared;
  private final List<String> doubtful;
  private int depth;

  HastyCensus(List<String> villages, Map<String, Integer> shared, List<String> doubtful) {
    this.villages = villages;
    this.shared = shared;
    this.doubtful = doubtful;
  }

  @Override
  protected void compute() {
    depth++;
    if (villages.size() <= 8) {
      for (String village : villages) {
        shared.merge(village.substring(0, 1), 1, Integer::sum); // RACE unsafe-collection
        visited++; // RACE rmw
        if (village.length() < 3) {
          doubtful.add(village); // RACE unsafe-collection
        }
      }
      return;
    }
    int middle = villages.size() / 2;
    invokeAll(
        new HastyCensus(villages.subList(0, middle), shared, doubtful),
        new HastyCensus(villages.subList(middle, villages.size()), shared, doubtful));
  }

  static int run(List<String> villages) {
    Map<String, Integer> counts = new HashMap<>();
    ForkJoinPool.commonPool().invoke(new HastyCensus(villages, counts, new ArrayList<>()));
    return counts.size() + visited;
  }
}
