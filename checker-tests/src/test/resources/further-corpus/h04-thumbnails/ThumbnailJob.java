package thumbnails;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

public class ThumbnailJob {

    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final LongAdder bytesWritten = new LongAdder();
    private long lastRunMillis;
    private int runs;

    /** Scales all the images and returns how many failed. Called from the nightly job's thread. */
    public int run(List<byte[]> images, int width) throws InterruptedException {
        long start = System.currentTimeMillis();
        int[] failed = {0};
        byte[][] results = new byte[images.size()][];
        CountDownLatch done = new CountDownLatch(images.size());
        for (int i = 0; i < images.size(); i++) {
            final int slot = i;
            workers.execute(() -> {
                try {
                    results[slot] = scale(images.get(slot), width);
                    bytesWritten.add(results[slot].length);
                } catch (RuntimeException e) {
                    failed[0]++; // RACE read-modify-write #1
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        int empty = 0;
        for (byte[] r : results) {
            if (r != null && r.length == 0) {
                empty++;
            }
        }
        runs++;
        lastRunMillis = System.currentTimeMillis() - start;
        return failed[0] + empty;
    }

    /** Computes the total brightness, one partial sum for each worker. */
    public long brightness(List<byte[]> images, int parts) throws InterruptedException, ExecutionException {
        long[] sums = new long[parts];
        List<Future<?>> pending = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            final int part = p;
            pending.add(workers.submit(() -> {
                for (int i = part; i < images.size(); i += parts) {
                    for (byte b : images.get(i)) {
                        sums[part] += b & 0xff;
                    }
                }
            }));
        }
        for (Future<?> f : pending) {
            f.get();
        }
        long total = 0;
        for (long s : sums) {
            total += s;
        }
        return total;
    }

    public int[] histogram(List<byte[]> images) throws InterruptedException {
        int[] buckets = new int[16];
        List<Callable<Void>> tasks = new ArrayList<>();
        for (byte[] image : images) {
            tasks.add(() -> {
                for (byte b : image) {
                    buckets[(b & 0xff) >> 4] += 1; // RACE read-modify-write #2
                }
                return null;
            });
        }
        workers.invokeAll(tasks);
        return buckets;
    }

    private static byte[] scale(byte[] image, int width) {
        if (image == null || width <= 0) {
            throw new IllegalArgumentException("no image");
        }
        int step = Math.max(1, image.length / width);
        byte[] out = new byte[image.length / step];
        int n = 0;
        for (int i = 0; i + step <= image.length && n < out.length; i += step) {
            out[n++] = image[i];
        }
        return out;
    }

    public long bytesWritten() {
        return bytesWritten.sum();
    }

    public String summary() {
        return runs + " runs, last took " + lastRunMillis + " ms";
    }

    public void shutdown() {
        workers.shutdown();
    }
}
