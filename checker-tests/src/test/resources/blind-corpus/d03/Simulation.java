package nl.verkeer.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Each road is advanced by one task per step; steps follow each other. */
public final class Simulation {
  static final class Road {
    private final SplittableRandom random;
    private final boolean[] cells;
    private final List<Integer> arrivals = new ArrayList<>();
    private int flow;
    private int jams;

    Road(int length, SplittableRandom random) {
      this.cells = new boolean[length];
      this.random = random;
      for (int i = 0; i < length; i += 3) {
        cells[i] = true;
        jams -= 1;
      }
      jams = 0;
    }

    int advance() {
      int moved = 0;
      for (int i = cells.length - 2; i >= 0; i--) {
        if (cells[i] && !cells[i + 1]) {
          cells[i] = false;
          cells[i + 1] = true;
          moved++;
        }
      }
      if (cells[cells.length - 1]) {
        cells[cells.length - 1] = false;
        flow++;
      }
      if (moved == 0) {
        jams++;
      }
      if (!cells[0] && random.nextInt(3) == 0) {
        cells[0] = true;
        arrivals.add(flow);
      }
      return moved;
    }
  }

  private final List<Road> roads = new ArrayList<>();
  private int step;
  private long moves;

  public Simulation(int n) {
    SplittableRandom root = new SplittableRandom(7);
    for (int i = 0; i < n; i++) {
      roads.add(new Road(100 + i, root.split()));
    }
  }

  public String run(int steps) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    while (step < steps) {
      List<Future<Integer>> moved = new ArrayList<>();
      for (Road r : roads) {
        moved.add(pool.submit(r::advance));
      }
      for (Future<Integer> f : moved) {
        moves += f.get();
      }
      exchange();
      step++;
    }
    pool.shutdown();
    int flow = 0;
    for (Road r : roads) {
      flow += r.flow;
    }
    return moves + " moves, flow " + flow;
  }

  /** Between two steps: jammed roads lose a car to the next one. */
  private void exchange() {
    for (int i = 0; i + 1 < roads.size(); i++) {
      Road a = roads.get(i);
      if (a.jams > 3) {
        a.jams = 0;
        a.cells[0] = false;
        roads.get(i + 1).arrivals.add(step);
        roads.get(i + 1).flow++;
      }
    }
  }
}
