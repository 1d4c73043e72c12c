package suiterunner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs test classes in parallel and sums up the results. */
public class SuiteRunner {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final ThreadLocal<TestLog> LOG = ThreadLocal.withInitial(TestLog::new);

    private final int threads;
    private final Semaphore exclusive = new Semaphore(1);
    private int exclusiveTests;
    private int flaky;

    public SuiteRunner(int threads) {
        this.threads = threads;
    }

    public interface TestCase {
        String name();

        void run() throws Exception;

        default boolean exclusive() {
            return false;
        }
    }

    static final class TestLog {
        private final StringBuilder text = new StringBuilder();
        private int entries;

        void add(String s) {
            text.append(s).append('\n');
            entries++;
        }

        String take() {
            String s = entries == 0 ? "" : text.toString();
            text.setLength(0);
            entries = 0;
            return s;
        }
    }

    public record Outcome(String name, boolean passed, String log) {}

    public static final class Summary {
        private int passed;
        private int failed;
        private final List<Outcome> outcomes = new ArrayList<>();

        void add(Outcome o) {
            if (o.passed()) {
                passed++;
            } else {
                failed++;
            }
            outcomes.add(o);
        }

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed of " + outcomes.size();
        }
    }

    public Summary run(List<? extends TestCase> tests) throws InterruptedException, ExecutionException {
        RUNS.incrementAndGet();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Outcome> completion = new ExecutorCompletionService<>(pool);
            int submitted = 0;
            for (TestCase t : tests) {
                completion.submit(() -> runOne(t));
                submitted++;
            }
            Summary summary = new Summary();
            while (submitted-- > 0) {
                summary.add(completion.take().get());
            }
            summary.outcomes.sort(Comparator.comparing(Outcome::name));
            return summary;
        } finally {
            pool.shutdown();
        }
    }

    private Outcome runOne(TestCase test) throws InterruptedException {
        if (test.exclusive()) {
            exclusive.acquire();
            try {
                exclusiveTests++;
                return attempt(test);
            } finally {
                exclusive.release();
            }
        }
        Outcome first = attempt(test);
        if (first.passed()) {
            return first;
        }
        Outcome second = attempt(test);
        if (second.passed()) {
            synchronized (this) {
                flaky++;
            }
        }
        return second;
    }

    private Outcome attempt(TestCase test) {
        TestLog log = LOG.get();
        boolean ok = false;
        try {
            test.run();
            ok = true;
        } catch (Exception | AssertionError e) {
            log.add(e.toString());
        }
        return new Outcome(test.name(), ok, log.take());
    }

    /** Runs the body n times at once, to provoke races. */
    public static int hammer(int n, Runnable body) throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(n);
        boolean[] failed = new boolean[n];
        Thread[] all = new Thread[n];
        for (int i = 0; i < n; i++) {
            int me = i;
            all[i] = new Thread(() -> {
                try {
                    barrier.await();
                    body.run();
                } catch (Exception | AssertionError e) {
                    failed[me] = true;
                }
            });
            all[i].start();
        }
        int bad = 0;
        for (int i = 0; i < n; i++) {
            all[i].join();
            if (failed[i]) {
                bad++;
            }
        }
        return bad;
    }

    public synchronized int flaky() {
        return flaky;
    }
}
