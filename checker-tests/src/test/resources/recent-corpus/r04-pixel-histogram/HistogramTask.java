package r04pixelhistogram;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Computes the brightness histogram of a photo of the shop and normalises it on the way. */
public class HistogramTask extends RecursiveTask<int[]> {

    private static final int THRESHOLD = 1 << 14;

    private final int[] pixels;
    private final byte[] grey;
    private final int from;
    private final int to;
    private int clipped;

    public HistogramTask(int[] pixels, byte[] grey, int from, int to) {
        this.pixels = pixels;
        this.grey = grey;
        this.from = from;
        this.to = to;
    }

    @Override
    protected int[] compute() {
        if (to - from <= THRESHOLD) {
            return count();
        }
        int mid = (from + to) >>> 1;
        HistogramTask left = new HistogramTask(pixels, grey, from, mid);
        HistogramTask right = new HistogramTask(pixels, grey, mid, to);
        left.fork();
        int[] sum = right.compute();
        int[] other = left.join();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        clipped += left.clipped;
        clipped += right.clipped;
        return sum;
    }

    private int[] count() {
        int[] bins = new int[256];
        for (int i = from; i < to; i++) {
            int p = pixels[i];
            int y = (77 * (p >> 16 & 255) + 150 * (p >> 8 & 255) + 29 * (p & 255)) >> 8;
            if (y == 255) {
                clipped++;
            }
            grey[i] += (byte) y;
            bins[y]++;
        }
        return bins;
    }

    public int clipped() {
        return clipped;
    }

    public static int[] histogram(int[] pixels) {
        HistogramTask task = new HistogramTask(pixels, new byte[pixels.length], 0, pixels.length);
        int[] bins = ForkJoinPool.commonPool().invoke(task);
        if (task.clipped() > pixels.length / 10) {
            System.getLogger("histogram").log(System.Logger.Level.INFO, "overexposed: {0}", task.clipped());
        }
        return bins;
    }
}
