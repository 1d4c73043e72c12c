package k44;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/** Sums the energy of a step. */
final class EnergyMeter {
    private final DoubleAdder potential = new DoubleAdder();

    double kinetic(List<Body> bodies) {
        return bodies.parallelStream().mapToDouble(Body::kinetic).sum();
    }

    double potential(List<Body> bodies) {
        potential.reset();
        IntStream.range(0, bodies.size()).parallel().forEach(i -> {
            double local = 0;
            for (int j = i + 1; j < bodies.size(); j++) {
                local -= bodies.get(i).pull(bodies.get(j));
            }
            potential.add(local);
        });
        return potential.sum();
    }

    /** Each index writes its own cell. */
    double[] perBody(List<Body> bodies) {
        double[] out = new double[bodies.size()];
        IntStream.range(0, out.length).parallel().forEach(i -> {
            for (Body b : bodies) {
                out[i] += bodies.get(i).pull(b);
            }
        });
        return out;
    }
}

final class Body {
    final double mass;
    double x;
    double v;
    double force;

    Body(double mass, double x, double v) {
        this.mass = mass;
        this.x = x;
        this.v = v;
    }

    double kinetic() {
        return 0.5 * mass * v * v;
    }

    double pull(Body o) {
        double d = Math.abs(x - o.x) + 1e-9;
        return mass * o.mass / d;
    }
}
