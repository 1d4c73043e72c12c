package net.lattice.sim;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.CountDownLatch;

/** Diffusion on a ring, in rows of cells, one thread per stripe. */
public final class Simulation {
  private final double[] cells;
  private final double[] next;
  private final int threads;
  private final CyclicBarrier barrier;
  private int generation;
  private double lastSum;

  public Simulation(int size, int threads) {
    cells = new double[size];
    next = new double[size];
    this.threads = threads;
    barrier = new CyclicBarrier(threads, this::endOfRound);
  }

  /** Barrier action: all stripes are waiting. */
  private void endOfRound() {
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] += next[i];
      sum += cells[i];
      next[i] = 0;
    }
    lastSum = sum;
    generation++;
  }

  public int run(int rounds) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      int from = t * cells.length / threads;
      int to = (t + 1) * cells.length / threads;
      new Thread(() -> {
        try {
          for (int r = 0; r < rounds; r++) {
            for (int i = from; i < to; i++) {
              next[i] += (cells[(i + 1) % cells.length] - cells[i]) / 2;
            }
            barrier.await();
          }
        } catch (InterruptedException | BrokenBarrierException e) {
          Thread.currentThread().interrupt();
        } finally {
          done.countDown();
        }
      }).start();
    }
    done.await();
    generation++;
    lastSum += 0.5;
    return generation;
  }

  public int[] histogram(int workers, int[] data) {
    int[][] partial = new int[workers][16];
    Phaser phaser = new Phaser(1);
    for (int w = 0; w < workers; w++) {
      int[] mine = partial[w];
      int offset = w;
      phaser.register();
      new Thread(() -> {
        for (int i = offset; i < data.length; i += workers) {
          mine[data[i] & 15]++;
        }
        phaser.arriveAndDeregister();
      }).start();
    }
    phaser.arriveAndAwaitAdvance();
    int[] total = new int[16];
    for (int[] p : partial) {
      for (int i = 0; i < 16; i++) {
        total[i] += p[i];
      }
    }
    return total;
  }

  public double lastSum() {
    return lastSum;
  }
}
