package sim.heat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Jacobi iteration; each worker owns a band of rows, the barrier separates the rounds. */
public final class HeatPlate {
    private final int n;
    private final int workers;
    private double[][] now;
    private double[][] next;
    private final double[] delta;
    private int rounds;
    private boolean done;
    private final CyclicBarrier barrier;

    public HeatPlate(int n, int workers) {
        this.n = n;
        this.workers = workers;
        now = new double[n][n];
        next = new double[n][n];
        delta = new double[workers];
        java.util.Arrays.fill(now[0], 100);
        java.util.Arrays.fill(next[0], 100);
        barrier = new CyclicBarrier(workers, this::endOfRound);
    }

    private void endOfRound() {
        double sum = 0;
        for (int w = 0; w < workers; w++) {
            sum += delta[w];
            delta[w] = 0;
        }
        double[][] t = now;
        now = next;
        next = t;
        rounds++;
        if (sum < 1e-6 || rounds == 10_000) {
            done = true;
        }
    }

    private void work(int me) throws InterruptedException, BrokenBarrierException {
        int from = Math.max(1, n * me / workers);
        int to = Math.min(n - 1, n * (me + 1) / workers);
        while (!done) {
            for (int r = from; r < to; r++) {
                for (int c = 1; c < n - 1; c++) {
                    double v = (now[r - 1][c] + now[r + 1][c] + now[r][c - 1] + now[r][c + 1]) / 4;
                    delta[me] += Math.abs(v - now[r][c]);
                    next[r][c] = v;
                }
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
                    work(me);
                } catch (InterruptedException | BrokenBarrierException e) {
                    barrier.reset();
                }
            });
            threads[w].start();
        }
        for (Thread t : threads) {
            t.join();
        }
        return rounds;
    }
}
