package org.linalg.par;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Dense products, row blocks in parallel. */
public final class MatrixJob {
  private final int threads;
  private final double[][] result;
  private final double[] columnSums;
  private final int[] rowsDone;
  private double trace;
  private long flops;
  private double largest;

  public MatrixJob(int n, int threads) {
    this.threads = threads;
    this.result = new double[n][n];
    this.columnSums = new double[n];
    this.rowsDone = new int[threads];
  }

  public double[][] multiply(double[][] a, double[][] b) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    AtomicInteger cursor = new AtomicInteger();
    List<Callable<Double>> parts = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      final int me = t;
      parts.add(() -> {
        double diagonal = 0;
        for (int row = cursor.getAndIncrement(); row < a.length; row = cursor.getAndIncrement()) {
          product(row, a, b);
          diagonal += result[row][row];
          rowsDone[me]++;
        }
        return diagonal;
      });
    }
    trace = 0;
    for (Future<Double> f : pool.invokeAll(parts)) {
      trace += f.get();
    }
    pool.shutdown();
    return result;
  }

  private void product(int row, double[][] a, double[][] b) {
    double[] out = result[row];
    for (int k = 0; k < b.length; k++) {
      double f = a[row][k];
      for (int j = 0; j < out.length; j++) {
        out[j] += f * b[k][j];
        columnSums[j] += f * b[k][j]; // RACE rmw
      }
    }
    flops += 2L * b.length * out.length; // RACE rmw
  }

  public double norm(ExecutorService pool) throws Exception {
    List<Future<?>> fs = new ArrayList<>();
    for (double[] row : result) {
      fs.add(pool.submit(() -> {
        double s = 0;
        for (double v : row) {
          s += Math.abs(v);
        }
        if (s > largest) { // RACE rmw #1
          largest = s; // RACE rmw #1
        }
      }));
    }
    for (Future<?> f : fs) {
      f.get();
    }
    largest *= 1.0;
    return largest;
  }

  public long flops() {
    return flops;
  }

  public double trace() {
    return trace;
  }
}
