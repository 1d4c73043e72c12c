package sim;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.stream.IntStream;

/** Particles in cells. */
public class Particles {
  static final class Cell {
    double mass;
    int count;
    double heat;
  }

  private final double[] x;
  private final double[] v;
  private final Cell[] cells = new Cell[64];
  private double drift;
  private int steps;

  public Particles(int n) {
    x = new double[n];
    v = new double[n];
    Arrays.setAll(cells, i -> new Cell());
    for (int i = 0; i < n; i++) {
      x[i] += i * 0.37;
      v[i] += i % 3;
    }
  }

  private Cell cellOf(int i) {
    return cells[(int) x[i] & 63];
  }

  /** Particles to cells: many particles share a cell. */
  public void deposit() {
    IntStream.range(0, x.length).parallel().forEach(i -> {
      Cell c = cellOf(i);
      c.mass += 1.5; // RACE rmw
      synchronized (c) {
        c.count++;
      }
    });
  }

  /** Each particle on its own. */
  public void move(double dt) {
    IntStream.range(0, x.length).parallel().forEach(i -> {
      x[i] += v[i] * dt;
      v[i] *= 0.999;
    });
    steps++;
  }

  /** Each cell on its own. */
  public void cool() {
    Arrays.stream(cells).parallel().forEach(c -> {
      c.heat *= 0.9;
      if (c.heat < 0.1) {
        c.heat = 0;
      }
    });
  }

  public double driftOf(int parts) {
    new DriftTask(0, x.length, parts).invoke();
    return drift / Math.max(1, steps);
  }

  private final class DriftTask extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final int lo;
    private final int hi;
    private final int parts;

    DriftTask(int lo, int hi, int parts) {
      this.lo = lo;
      this.hi = hi;
      this.parts = parts;
    }

    @Override
    protected void compute() {
      if (parts <= 1 || hi - lo < 2) {
        double mine = 0;
        for (int i = lo; i < hi; i++) {
          mine += v[i];
        }
        drift += mine; // RACE rmw
        return;
      }
      int mid = (lo + hi) / 2;
      invokeAll(new DriftTask(lo, mid, parts / 2), new DriftTask(mid, hi, parts - parts / 2));
    }
  }

  public static void main(String[] args) {
    Particles p = new Particles(10_000);
    for (int s = 0; s < 10; s++) {
      p.deposit();
      p.move(0.01);
      p.cool();
    }
    System.out.println(p.driftOf(ForkJoinPool.getCommonPoolParallelism()));
  }
}
