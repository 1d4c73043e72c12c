package sim.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Each worker owns a band of rows; the barrier action runs while all others wait. */
public class GridSimulation {
    private double[][] current;
    private double[][] next;
    private final int workers;
    private final CyclicBarrier barrier;
    private int generation;
    private double maxDelta;
    private final double[] deltas;
    private final List<Double> trace = new ArrayList<>();
    private volatile boolean finished;

    public GridSimulation(int n, int workers) {
        this.current = new double[n][n];
        this.next = new double[n][n];
        this.workers = workers;
        this.deltas = new double[workers];
        this.barrier = new CyclicBarrier(workers, this::swap);
    }

    private void swap() {
        double[][] t = current;
        current = next;
        next = t;
        generation++;
        maxDelta = 0;
        for (int i = 0; i < workers; i++) {
            maxDelta = Math.max(maxDelta, deltas[i]);
            deltas[i] = 0;
        }
        trace.add(maxDelta);
        if (maxDelta < 1e-6 || generation > 10_000) {
            finished = true;
        }
    }

    public List<Double> run() throws InterruptedException {
        Thread[] threads = new Thread[workers];
        int rows = current.length / workers;
        for (int w = 0; w < workers; w++) {
            int id = w;
            int from = w * rows;
            int to = w == workers - 1 ? current.length : from + rows;
            threads[w] = new Thread(() -> work(id, from, to));
            threads[w].start();
        }
        for (Thread t : threads) {
            t.join();
        }
        trace.add((double) generation);
        return trace;
    }

    private void work(int id, int from, int to) {
        try {
            while (!finished) {
                for (int r = Math.max(1, from); r < Math.min(to, current.length - 1); r++) {
                    for (int c = 1; c < current.length - 1; c++) {
                        double v = (current[r - 1][c] + current[r + 1][c] + current[r][c - 1] + current[r][c + 1]) / 4;
                        deltas[id] = Math.max(deltas[id], Math.abs(v - current[r][c]));
                        next[r][c] = v;
                    }
                }
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }
}
