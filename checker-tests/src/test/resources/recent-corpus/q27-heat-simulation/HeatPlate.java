package edu.lab.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Explicit heat conduction on a plate, cut into stripes of rows, one thread for each. */
public class HeatPlate {

    private final int rows;
    private final int cols;
    private final int parties;
    private double[][] current;
    private double[][] next;
    private final double[] residual;
    private final CyclicBarrier barrier;
    private int step;
    private double lastResidual = Double.MAX_VALUE;
    private boolean finished;
    private final List<Double> convergence = new ArrayList<>();

    public HeatPlate(int rows, int cols, int parties) {
        this.rows = rows;
        this.cols = cols;
        this.parties = parties;
        this.current = new double[rows][cols];
        this.next = new double[rows][cols];
        this.residual = new double[parties];
        this.barrier = new CyclicBarrier(parties, this::endOfStep);
    }

    /** Sets the plate up, before {@link #simulate()}. */
    public void heat(int row, int col, double degrees) {
        current[row][col] += degrees;
        next[row][col] = current[row][col];
    }

    /** Runs in the last thread that arrives, while the others wait. */
    private void endOfStep() {
        double[][] t = current;
        current = next;
        next = t;
        double sum = 0;
        for (int p = 0; p < parties; p++) {
            sum += residual[p];
            residual[p] = 0;
        }
        step++;
        convergence.add(sum);
        lastResidual = sum;
        if (sum < 1e-6 || step >= 10_000) {
            finished = true;
        }
    }

    private final class Stripe implements Runnable {
        private final int index;
        private final int from;
        private final int to;
        private long cells;

        Stripe(int index) {
            this.index = index;
            this.from = Math.max(1, rows * index / parties);
            this.to = Math.min(rows - 1, rows * (index + 1) / parties);
        }

        @Override
        public void run() {
            try {
                while (!finished) {
                    relax();
                    barrier.await();
                }
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void relax() {
            for (int r = from; r < to; r++) {
                for (int c = 1; c < cols - 1; c++) {
                    double v = 0.25 * (current[r - 1][c] + current[r + 1][c] + current[r][c - 1] + current[r][c + 1]);
                    residual[index] += Math.abs(v - current[r][c]);
                    next[r][c] = v;
                    cells++;
                }
            }
        }
    }

    public int simulate() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Stripe> stripes = new ArrayList<>();
        for (int p = 0; p < parties; p++) {
            Stripe s = new Stripe(p);
            stripes.add(s);
            Thread t = new Thread(s, "stripe-" + p);
            threads.add(t);
            t.start();
        }
        long total = 0;
        for (int p = 0; p < parties; p++) {
            threads.get(p).join();
            total += stripes.get(p).cells;
        }
        System.getLogger("sim").log(System.Logger.Level.INFO, "{0} cells, residual {1}", total, lastResidual);
        return step;
    }
}
