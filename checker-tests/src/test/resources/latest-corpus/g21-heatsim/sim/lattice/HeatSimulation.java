package sim.lattice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.DoubleAdder;

/** Runs the grid to the end on a fixed set of workers that meet at a barrier. */
public class HeatSimulation {
    private final HeatGrid grid;
    private final int workers;
    private final CyclicBarrier barrier;
    private final double[] rowEnergy;
    private double totalEnergy;
    private double hottest;
    private final DoubleAdder flux = new DoubleAdder();

    public HeatSimulation(int width, int height, int workers) {
        this.grid = new HeatGrid(width, height);
        this.workers = workers;
        this.rowEnergy = new double[height];
        this.barrier = new CyclicBarrier(workers, grid::swap);
    }

    public double run(int steps) throws InterruptedException {
        grid.heat(grid.width * grid.height / 2, 1000);
        List<Thread> threads = new ArrayList<>();
        int band = grid.height / workers;
        for (int w = 0; w < workers; w++) {
            int from = w * band;
            int to = w == workers - 1 ? grid.height : from + band;
            Thread t = new Thread(() -> work(from, to, steps));
            threads.add(t);
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        double check = 0;
        for (double e : rowEnergy) {
            check += e;
        }
        if (Math.abs(check - totalEnergy) > 1e-6) {
            throw new IllegalStateException("energy " + totalEnergy + " instead of " + check);
        }
        return hottest;
    }

    private void work(int from, int to, int steps) {
        try {
            for (int s = 0; s < steps; s++) {
                grid.relax(from, to);
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            return;
        }
        for (int y = from; y < to; y++) {
            for (int x = 0; x < grid.width; x++) {
                double c = grid.cell(y * grid.width + x);
                rowEnergy[y] += c;
                if (c > hottest) {
                    hottest = c; // RACE check-then-act #1
                }
            }
            totalEnergy += rowEnergy[y]; // RACE read-modify-write #2
            flux.add(rowEnergy[y]);
        }
    }

    public double flux() {
        return flux.sum();
    }
}
