package heat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;

/** Parallel simulation of heat conduction: bands of rows, one thread per band, a barrier per step. */
public class HeatSimulation {

    private final int rows;
    private final int columns;
    private final int bands;
    private double[][] current;
    private double[][] next;
    private final double[] maxDelta;
    private final CyclicBarrier barrier;
    private int step;
    private double lastDelta;
    private double checksum;
    private final List<Double> deltas = new ArrayList<>();
    private volatile boolean converged;

    public HeatSimulation(double[][] initial, int bands) {
        this.rows = initial.length;
        this.columns = initial[0].length;
        this.bands = bands;
        this.current = initial;
        this.next = new double[rows][columns];
        this.maxDelta = new double[bands];
        this.barrier = new CyclicBarrier(bands, this::endOfStep);
    }

    /** Barrier action: runs while all bands wait. */
    private void endOfStep() {
        double[][] t = current;
        current = next;
        next = t;
        step++;
        lastDelta = 0;
        for (int i = 0; i < bands; i++) {
            lastDelta = Math.max(lastDelta, maxDelta[i]);
            maxDelta[i] = 0;
        }
        deltas.add(lastDelta);
        converged = lastDelta < 1e-6 || step >= 10_000;
    }

    public void run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int b = 0; b < bands; b++) {
            int band = b;
            Thread t = new Thread(() -> work(band), "band-" + b);
            threads.add(t);
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        checksum += step;
    }

    private void work(int band) {
        int from = Math.max(1, band * rows / bands);
        int to = Math.min(rows - 1, (band + 1) * rows / bands);
        try {
            while (!converged) {
                double local = 0;
                double sum = 0;
                for (int r = from; r < to; r++) {
                    for (int c = 1; c < columns - 1; c++) {
                        double v = 0.25 * (current[r - 1][c] + current[r + 1][c]
                                + current[r][c - 1] + current[r][c + 1]);
                        next[r][c] = v;
                        local = Math.max(local, Math.abs(v - current[r][c]));
                        sum += v;
                    }
                }
                maxDelta[band] = local;
                checksum += sum; // RACE rmw #1
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Warms the edges up in two phases before a run. */
    public void warmUp(int threads) {
        Phaser phaser = new Phaser(1);
        double[] left = new double[threads];
        double[] total = new double[1];
        for (int i = 0; i < threads; i++) {
            int me = i;
            phaser.register();
            new Thread(() -> {
                for (int r = me; r < rows; r += threads) {
                    left[me] += current[r][0];
                }
                phaser.arriveAndAwaitAdvance();
                if (me == 0) {
                    for (double v : left) {
                        total[0] += v;
                    }
                }
                phaser.arriveAndDeregister();
            }).start();
        }
        phaser.arriveAndAwaitAdvance();
        phaser.arriveAndAwaitAdvance();
        checksum += total[0];
    }

    public List<Double> deltas() {
        return deltas;
    }
}
