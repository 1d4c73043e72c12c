package num.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** C = A * B, row bands in parallel. */
public final class MatrixJob {
    private final double[][] a;
    private final double[][] b;
    private final double[][] c;
    private final double[] rowSums;
    private double trace;
    private int flops;

    public MatrixJob(double[][] a, double[][] b) {
        this.a = a;
        this.b = b;
        c = new double[a.length][b[0].length];
        rowSums = new double[a.length];
    }

    public double[][] multiply(int bands) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(bands);
        CountDownLatch latch = new CountDownLatch(bands);
        int rows = a.length;
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < bands; i++) {
            ranges.add(new int[] {rows * i / bands, rows * (i + 1) / bands});
        }
        for (int[] range : ranges) {
            pool.execute(() -> {
                band(range[0], range[1]);
                latch.countDown();
            });
        }
        latch.await();
        pool.shutdown();
        for (int i = 0; i < rowSums.length; i++) {
            rowSums[i] /= b.length;
        }
        flops *= 2;
        return c;
    }

    private void band(int from, int to) {
        int local = 0;
        for (int i = from; i < to; i++) {
            for (int j = 0; j < c[i].length; j++) {
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum += a[i][k] * b[k][j];
                    local++;
                }
                c[i][j] += sum;
                rowSums[i] += sum;
                if (i == j) {
                    trace += sum; // RACE rmw
                }
            }
        }
        synchronized (this) {
            flops += local;
        }
    }

    public double trace() {
        return trace;
    }

    public int flops() {
        return flops;
    }
}
