package edu.wold.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

public class MonteCarlo {
    private final Model model;
    private final Model.Progress progress = new Model.Progress();
    private double price;
    private double error;
    private int runs;

    public MonteCarlo(Model model) {
        this.model = model;
    }

    /** Adds one run to the estimate. Called by the owner of this object only. */
    public double run(int paths, int threads, long seed) throws InterruptedException {
        SplittableRandom root = new SplittableRandom(seed);
        List<PathWorker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(new PathWorker(model, paths / threads, root.split(), progress));
        }
        for (PathWorker w : workers) {
            w.start();
        }
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (PathWorker w : workers) {
            w.join();
            sum += w.sum();
            squares += w.sumOfSquares();
            n += w.done();
        }
        double mean = sum / n;
        runs++;
        price += (mean - price) / runs;
        error = Math.sqrt((squares / n - mean * mean) / n);
        return price;
    }

    public void cancel() {
        progress.cancel();
    }

    public String toString() {
        return price + " +- " + error + " after " + progress.done();
    }

    public static void main(String[] args) throws InterruptedException {
        MonteCarlo mc = new MonteCarlo(new Model(100, 0.02, 105, 70));
        for (int i = 0; i < 5; i++) {
            mc.run(1_000_000, 8, i);
        }
        System.out.println(mc);
    }
}
