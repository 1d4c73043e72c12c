package forkmatrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

public final class MatrixTasks {

    private MatrixTasks() {}

    /** Multiplies rows from..to; each row of the target is written by one task. */
    static final class Multiply extends RecursiveAction {
        private final double[][] a;
        private final double[][] b;
        private final double[][] c;
        private final int from;
        private final int to;

        Multiply(double[][] a, double[][] b, double[][] c, int from, int to) {
            this.a = a;
            this.b = b;
            this.c = c;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from > 16) {
                int mid = (from + to) >>> 1;
                invokeAll(new Multiply(a, b, c, from, mid), new Multiply(a, b, c, mid, to));
                return;
            }
            for (int i = from; i < to; i++) {
                for (int k = 0; k < b.length; k++) {
                    double f = a[i][k];
                    for (int j = 0; j < b[k].length; j++) {
                        c[i][j] += f * b[k][j];
                    }
                }
            }
        }
    }

    static final class Norm extends RecursiveTask<Double> {
        private final double[][] m;
        private final int from;
        private final int to;
        private double sum;
        private int forks;

        Norm(double[][] m, int from, int to) {
            this.m = m;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Double compute() {
            if (to - from <= 8) {
                for (int i = from; i < to; i++) {
                    for (double d : m[i]) {
                        sum += d * d;
                    }
                }
                return sum;
            }
            List<Norm> parts = new ArrayList<>();
            int step = Math.max(1, (to - from) / 4);
            for (int i = from; i < to; i += step) {
                Norm part = new Norm(m, i, Math.min(to, i + step));
                part.fork();
                forks++;
                parts.add(part);
            }
            for (Norm part : parts) {
                sum += part.join();
                forks += part.forks;
            }
            return sum;
        }
    }

    public static double[][] multiply(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        ForkJoinPool.commonPool().invoke(new Multiply(a, b, c, 0, a.length));
        return c;
    }

    public static double norm(double[][] m) {
        ForkJoinTask<Double> task = ForkJoinPool.commonPool().submit(new Norm(m, 0, m.length));
        return Math.sqrt(task.join());
    }

    public static void scale(double[][] m, double factor) {
        IntStream.range(0, m.length).parallel().forEach(i -> {
            for (int j = 0; j < m[i].length; j++) {
                m[i][j] *= factor;
            }
        });
    }

    public static double[] rowSums(double[][] m) {
        double[] sums = new double[m.length];
        IntStream.range(0, m.length).parallel().forEach(i -> {
            for (double d : m[i]) {
                sums[i] += d;
            }
        });
        return sums;
    }

    public static double trace(double[][] m) {
        return IntStream.range(0, m.length).parallel().mapToDouble(i -> m[i][i]).sum();
    }

    public static double max(double[][] m) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] row : m) {
            for (double d : row) {
                if (d > best) {
                    best = d;
                }
            }
        }
        return best;
    }
}
