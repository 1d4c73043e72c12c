package edu.wold.finance;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** A knock-out option on one share. Immutable. */
public final class Model {
    private final double spot;
    private final double sigma;
    private final double strike;
    private final double barrier;

    public Model(double spot, double sigma, double strike, double barrier) {
        this.spot = spot;
        this.sigma = sigma;
        this.strike = strike;
        this.barrier = barrier;
    }

    double path(SplittableRandom r) {
        double s = spot;
        for (int i = 0; i < 250; i++) {
            s *= Math.exp(sigma * (r.nextDouble() - 0.5));
            if (s < barrier) {
                return Double.NaN;
            }
        }
        return Math.max(0, s - strike);
    }

    /** Progress of the whole run, advanced by all workers. */
    static final class Progress {
        private static final AtomicLongFieldUpdater<Progress> DONE =
                AtomicLongFieldUpdater.newUpdater(Progress.class, "done");

        private volatile long done;
        private volatile boolean cancelled;

        void advance(int n) {
            DONE.addAndGet(this, n);
        }

        void cancel() {
            cancelled = true;
        }

        boolean cancelled() {
            return cancelled;
        }

        long done() {
            return done;
        }
    }
}
