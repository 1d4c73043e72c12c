package particles;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.DoubleAdder;

public class ParticleField {

    private final ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<Cell> cells = new ArrayList<>();
    private int round;

    /** A part of the field; during a round exactly one task works on it. */
    private static final class Cell {
        private final List<Particle> particles = new ArrayList<>();
        private final int group = Particle.newGroup();
        private double hottest;

        void advance(double dt, DoubleAdder total) {
            for (Particle p : particles) {
                p.step(dt);
                double e = p.energy();
                total.add(e);
                if (e > hottest) {
                    hottest = e;
                }
            }
            if (particles.size() < 100) {
                ThreadLocalRandom r = ThreadLocalRandom.current();
                particles.add(new Particle(r.nextDouble(), r.nextGaussian(), 1));
            }
        }
    }

    public ParticleField(int size) {
        for (int i = 0; i < size; i++) {
            cells.add(new Cell());
        }
    }

    /** Advances all the cells by one step; called by the simulation's main loop. */
    public double advance(double dt) throws Exception {
        DoubleAdder total = new DoubleAdder();
        List<Future<?>> tasks = new ArrayList<>();
        for (Cell cell : cells) {
            tasks.add(pool.submit(() -> cell.advance(dt, total)));
        }
        for (Future<?> f : tasks) {
            f.get();
        }
        round++;
        return total.sum();
    }

    public double hottest() {
        double max = 0;
        for (Cell cell : cells) {
            max = Math.max(max, cell.hottest);
        }
        return max;
    }

    public String describe() {
        return "round " + round + ", " + cells.size() + " cells";
    }

    public void shutdown() {
        pool.shutdown();
    }
}
