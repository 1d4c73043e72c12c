package cad.model;

import java.util.ArrayList;
import java.util.List;

final class Polyline extends Lockable {
    private final List<double[]> points = new ArrayList<>();
    private double length;
    private volatile int revision;
    private int queries;

    void append(double x, double y) {
        beginEdit();
        try {
            if (!points.isEmpty()) {
                double[] last = points.get(points.size() - 1);
                length += Math.hypot(x - last[0], y - last[1]);
            }
            points.add(new double[] {x, y});
            revision++;
        } finally {
            endEdit();
        }
    }

    void scale(double factor) {
        beginEdit();
        try {
            for (double[] p : points) {
                p[0] *= factor;
                p[1] *= factor;
            }
            length *= factor;
            revision++;
        } finally {
            endEdit();
        }
    }

    double length() {
        beginRead();
        try {
            queries++; // RACE wrong-lock
            return length;
        } finally {
            endRead();
        }
    }

    int revision() {
        return revision;
    }

    int queries() {
        return queries;
    }
}
