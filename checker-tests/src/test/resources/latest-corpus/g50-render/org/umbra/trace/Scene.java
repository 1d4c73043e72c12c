package org.umbra.trace;

import java.util.ArrayList;
import java.util.List;

/** What is rendered; immutable once built. */
public final class Scene {
    private final List<double[]> spheres;
    private final double light;

    private Scene(Builder b) {
        this.spheres = List.copyOf(b.spheres);
        this.light = b.light;
    }

    double shade(double x, double y) {
        double best = 0;
        for (double[] s : spheres) {
            double d = Math.hypot(x - s[0], y - s[1]);
            if (d < s[2] && light * (1 - d / s[2]) > best) {
                best = light * (1 - d / s[2]);
            }
        }
        return best;
    }

    public static final class Builder {
        private final List<double[]> spheres = new ArrayList<>();
        private double light;

        public Builder sphere(double x, double y, double r) {
            spheres.add(new double[] {x, y, r});
            return this;
        }

        public Builder light(double amount) {
            light += amount;
            return this;
        }

        public Scene build() {
            return new Scene(this);
        }
    }
}
