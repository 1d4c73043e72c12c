package bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Hammers a target with n virtual users and prints percentiles. */
public class LoadTest {
    static int requests = 0;
    static int failures = 0;
    static long slowest = 0;
    static final List<Long> samples = new ArrayList<Long>();
    static final AtomicReference<Throwable> first = new AtomicReference<Throwable>();

    interface Target {
        void hit(int user, int round) throws Exception;
    }

    static void run(final Target target, final int users, final int rounds) throws InterruptedException {
        requests = 0;
        failures = 0;
        ExecutorService pool = Executors.newFixedThreadPool(users);
        final CountDownLatch go = new CountDownLatch(1);
        for (int u = 0; u < users; u++) {
            final int user = u;
            pool.submit(() -> {
                go.await();
                int bad = 0;
                for (int r = 0; r < rounds; r++) {
                    long t = System.nanoTime();
                    try {
                        target.hit(user, r);
                    } catch (Exception e) {
                        bad++;
                        first.compareAndSet(null, e);
                    }
                    long took = System.nanoTime() - t;
                    requests++; // RACE rmw
                    samples.add(took); // RACE unsafe-collection
                    slowest = took > slowest ? took : slowest; // RACE rmw
                }
                synchronized (LoadTest.class) {
                    failures += bad;
                }
                return null;
            });
        }
        go.countDown();
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.MINUTES);
        requests -= warmup(rounds); // MAYBE
        samples.sort(null); // MAYBE
        System.out.println(requests + " requests, " + failures + " failures, worst " + slowest
                + ", p99 " + samples.get(samples.size() * 99 / 100));
    }

    private static int warmup(int rounds) {
        return Math.min(rounds, 10);
    }

    public static void main(String[] args) throws Exception {
        run((u, r) -> Thread.sleep(1), 16, 200);
        if (first.get() != null) {
            first.get().printStackTrace();
        }
    }
}
