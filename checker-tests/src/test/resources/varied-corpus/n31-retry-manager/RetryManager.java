package jobs.retry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs jobs on a pool of four and tries failed ones again with a growing delay. */
public class RetryManager {
    public interface Job {
        String id();

        void run() throws Exception;
    }

    static final class Attempt {
        int tries;
        long delay = 100;
        Exception last;
    }

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger givenUp = new AtomicInteger();
    private long totalDelay;
    private int succeeded;

    /** An id is never submitted twice at the same time. */
    public void submit(Job job) {
        attempts.put(job.id(), new Attempt());
        pool.execute(() -> attempt(job));
    }

    private void attempt(Job job) {
        Attempt a = attempts.get(job.id());
        try {
            job.run();
            attempts.remove(job.id());
            succeeded++; // RACE rmw
        } catch (Exception e) {
            a.tries++;
            a.last = e;
            if (a.tries > 5) {
                attempts.remove(job.id());
                givenUp.incrementAndGet();
                return;
            }
            a.delay *= 2;
            totalDelay += a.delay; // RACE rmw
            pool.schedule(() -> attempt(job), a.delay, TimeUnit.MILLISECONDS);
        }
    }

    public String report() {
        return succeeded + " ok, " + givenUp + " given up, " + attempts.size() + " pending, waited " + totalDelay;
    }
}
