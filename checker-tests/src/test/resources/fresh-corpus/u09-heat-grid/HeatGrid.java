package edu.sim.heat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Jacobi iteration on a plate; each worker owns a band of rows. */
public final class HeatGrid {
    private final int rows;
    private final int cols;
    private double[][] current;
    private double[][] next;
    private final double[] bandDelta;
    private final int[] bandTouched;
    private int generation;
    private boolean converged;

    public HeatGrid(int rows, int cols, int bands) {
        this.rows = rows;
        this.cols = cols;
        this.current = new double[rows][cols];
        this.next = new double[rows][cols];
        this.bandDelta = new double[bands];
        this.bandTouched = new int[bands];
        for (int c = 0; c < cols; c++) {
            current[0][c] = 100;
            next[0][c] = 100;
        }
    }

    public int solve(double epsilon, int maxGenerations) throws InterruptedException {
        int bands = bandDelta.length;
        CyclicBarrier barrier = new CyclicBarrier(bands, () -> {
            double[][] t = current;
            current = next;
            next = t;
            generation++;
            double delta = 0;
            for (int b = 0; b < bands; b++) {
                delta = Math.max(delta, bandDelta[b]);
                bandDelta[b] = 0;
            }
            converged = delta < epsilon || generation >= maxGenerations;
        });
        Thread[] workers = new Thread[bands];
        for (int b = 0; b < bands; b++) {
            final int band = b;
            workers[b] = new Thread(() -> work(band, barrier), "band-" + b);
            workers[b].start();
        }
        for (Thread w : workers) {
            w.join();
        }
        return generation;
    }

    private void work(int band, CyclicBarrier barrier) {
        int perBand = (rows - 2) / bandDelta.length;
        int from = 1 + band * perBand;
        int to = band == bandDelta.length - 1 ? rows - 1 : from + perBand;
        try {
            while (!converged) {
                for (int r = from; r < to; r++) {
                    for (int c = 1; c < cols - 1; c++) {
                        double v = (current[r - 1][c] + current[r + 1][c] + current[r][c - 1] + current[r][c + 1]) / 4;
                        double d = Math.abs(v - current[r][c]);
                        next[r][c] = v;
                        if (d > bandDelta[band]) {
                            bandDelta[band] = d;
                        }
                        bandTouched[band]++;
                    }
                }
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }

    public long touched() {
        long sum = 0;
        for (int t : bandTouched) {
            sum += t;
        }
        return sum;
    }
}
