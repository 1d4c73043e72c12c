package edu.wold.finance;

import java.util.SplittableRandom;

/** Simulates some of the paths; results are read after the thread has ended. */
final class PathWorker extends Thread {
    private final Model model;
    private final int paths;
    private final SplittableRandom random;
    private final Model.Progress progress;
    private double sum;
    private double sumOfSquares;
    private int knockedOut;
    private int done;

    PathWorker(Model model, int paths, SplittableRandom random, Model.Progress progress) {
        this.model = model;
        this.paths = paths;
        this.random = random;
        this.progress = progress;
    }

    @Override
    public void run() {
        while (done < paths && !progress.cancelled()) {
            double v = model.path(random);
            if (Double.isNaN(v)) {
                knockedOut++;
            } else {
                sum += v;
                sumOfSquares += v * v;
            }
            done++;
            if (done % 1000 == 0) {
                progress.advance(1000);
            }
        }
    }

    double sum() {
        return sum;
    }

    double sumOfSquares() {
        return sumOfSquares;
    }

    int done() {
        return done - knockedOut;
    }
}
