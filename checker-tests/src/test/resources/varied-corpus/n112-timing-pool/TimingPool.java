package conc.timing;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A thread pool that measures its tasks. */
public class TimingPool extends ThreadPoolExecutor {
    private final ThreadLocal<Long> started = new ThreadLocal<>();
    private final AtomicLong tasks = new AtomicLong();
    private long totalNanos;
    private long longest;
    private int failed;
    private int terminations;

    public TimingPool(int threads) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void beforeExecute(Thread t, Runnable r) {
        super.beforeExecute(t, r);
        started.set(System.nanoTime());
    }

    @Override
    protected void afterExecute(Runnable r, Throwable t) {
        try {
            long took = System.nanoTime() - started.get();
            tasks.incrementAndGet();
            totalNanos += took; // RACE rmw
            synchronized (this) {
                if (took > longest) {
                    longest = took;
                }
            }
            if (t != null) {
                failed++; // RACE rmw
            }
        } finally {
            super.afterExecute(r, t);
        }
    }

    @Override
    protected void terminated() {
        terminations++;
        System.out.println(tasks + " tasks, " + totalNanos + " ns, " + failed + " failed");
        super.terminated();
    }

    public synchronized long longest() {
        return longest;
    }
}
