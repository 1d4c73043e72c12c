package sci.grid.heat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Jacobi iteration: each worker owns a band of rows, the barrier action swaps the grids. */
public final class HeatPlate {
  private double[][] current;
  private double[][] next;
  private final int workers;
  private final double[] change;
  private final CyclicBarrier barrier;
  private int sweeps;
  private double residual;
  private long updates;
  private volatile boolean converged;

  public HeatPlate(int n, int workers) {
    this.current = new double[n][n];
    this.next = new double[n][n];
    this.workers = workers;
    this.change = new double[workers];
    this.barrier = new CyclicBarrier(workers, this::endOfSweep);
    java.util.Arrays.fill(current[0], 100);
    java.util.Arrays.fill(next[0], 100);
  }

  private void endOfSweep() {
    double[][] t = current;
    current = next;
    next = t;
    residual = 0;
    for (int w = 0; w < workers; w++) {
      residual += change[w];
      change[w] = 0;
    }
    sweeps++;
    converged = residual < 1e-3;
  }

  private void band(int w) throws InterruptedException, BrokenBarrierException {
    int rows = current.length / workers;
    int from = Math.max(1, w * rows);
    int to = Math.min(current.length - 1, (w + 1) * rows);
    while (!converged) {
      for (int i = from; i < to; i++) {
        for (int j = 1; j < current.length - 1; j++) {
          double v = (current[i - 1][j] + current[i + 1][j] + current[i][j - 1] + current[i][j + 1]) / 4;
          change[w] += Math.abs(v - current[i][j]);
          next[i][j] = v;
        }
        updates += current.length - 2; // RACE rmw
      }
      barrier.await();
    }
  }

  public int solve() throws InterruptedException {
    Thread[] threads = new Thread[workers];
    for (int w = 0; w < workers; w++) {
      int me = w;
      threads[w] = new Thread(() -> {
        try {
          band(me);
        } catch (InterruptedException | BrokenBarrierException e) {
          Thread.currentThread().interrupt();
        }
      });
      threads[w].start();
    }
    for (Thread t : threads) {
      t.join();
    }
    updates -= sweeps;
    return sweeps;
  }

  public long updates() {
    return updates;
  }
}
