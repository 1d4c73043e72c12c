package org.anvil.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class StressRunner {
    private final int threads;
    private final int rounds;
    private Throwable firstFailure;
    private int failures;
    private long elapsed;

    public StressRunner(int threads, int rounds) {
        this.threads = threads;
        this.rounds = rounds;
    }

    public Outcome run(Scenario scenario) throws InterruptedException {
        scenario.setUp();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(threads);
        int[] completed = new int[threads];
        List<String> slow = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int me = t;
            Thread th = new Thread(() -> {
                try {
                    go.await();
                    for (int r = 0; r < rounds; r++) {
                        long t0 = System.nanoTime();
                        scenario.step(me, r);
                        completed[me]++;
                        if (System.nanoTime() - t0 > 1_000_000_000L) {
                            slow.add(me + "/" + r); // RACE unguarded-collection #2
                        }
                    }
                } catch (Throwable e) {
                    fail(e);
                } finally {
                    done.countDown();
                }
            });
            th.start();
        }
        long t0 = System.nanoTime();
        go.countDown();
        done.await();
        elapsed += System.nanoTime() - t0;
        int total = 0;
        for (int c : completed) {
            total += c;
        }
        return new Outcome(total, failures, firstFailure, slow);
    }

    private synchronized void fail(Throwable e) {
        failures++;
        if (firstFailure == null) {
            firstFailure = e;
        } else {
            firstFailure.addSuppressed(e);
        }
    }

    public long elapsedNanos() {
        return elapsed;
    }

    public record Outcome(int steps, int failures, Throwable first, List<String> slow) {
    }
}
