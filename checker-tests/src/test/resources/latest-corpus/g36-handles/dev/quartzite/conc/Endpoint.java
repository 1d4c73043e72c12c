package dev.quartzite.conc;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

public class Endpoint {
    private final RequestStats stats = new RequestStats();
    private final ForkJoinPool pool = ForkJoinPool.commonPool();

    public ForkJoinTask<Integer> call(Callable<Integer> body) {
        return pool.submit(() -> {
            long t = System.nanoTime();
            stats.begin();
            try {
                return body.call();
            } catch (Exception e) {
                stats.error();
                return -1;
            } finally {
                stats.end((System.nanoTime() - t) / 1000);
            }
        });
    }

    public long errors() {
        return stats.takeErrors();
    }

    @Override
    public String toString() {
        return stats.toString();
    }
}
