package sql.trace;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** EXPLAIN output of a query whose fragments run in parallel. */
public class QueryTrace {
    private final StringBuilder text = new StringBuilder();
    private final StringBuffer notes = new StringBuffer();
    private long rows;

    public String run(List<Fragment> fragments) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        final CountDownLatch done = new CountDownLatch(fragments.size());
        text.append("plan: ").append(fragments.size()).append('\n');
        for (final Fragment f : fragments) {
            pool.submit(new Runnable() {
                @Override
                public void run() {
                    try {
                        StringBuilder line = new StringBuilder();
                        long n = f.execute();
                        line.append(f.name).append(": ").append(n);
                        text.append(line).append('\n'); // RACE unsafe-collection
                        if (n == 0) {
                            notes.append(f.name + " is empty\n");
                        }
                        synchronized (QueryTrace.this) {
                            rows += n;
                        }
                    } finally {
                        done.countDown();
                    }
                }
            });
        }
        done.await();
        pool.shutdown();
        text.append("rows: ").append(rows);
        return text.append(notes).toString();
    }

    static class Fragment {
        final String name;
        private final long[] data;

        Fragment(String name, long... data) {
            this.name = name;
            this.data = data;
        }

        long execute() {
            long n = 0;
            for (long d : data) {
                if (d > 0) {
                    n++;
                }
            }
            return n;
        }
    }
}
