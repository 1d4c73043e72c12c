package web.ctx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries the statistics of a request down the call stack. */
public final class RequestContext {
    private static final ThreadLocal<RequestContext> CURRENT = ThreadLocal.withInitial(RequestContext::new);
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    int queries;
    long rows;
    final Map<String, Integer> tables = new HashMap<>();

    public static RequestContext current() {
        return CURRENT.get();
    }

    void query(String table, int n) {
        queries++;
        rows += n;
        tables.merge(table, 1, Integer::sum);
    }

    void absorb(RequestContext other) {
        queries += other.queries;
        rows += other.rows;
        other.tables.forEach((t, n) -> tables.merge(t, n, Integer::sum));
    }

    /** Each part records into a context of its own, which the caller adds to its context afterwards. */
    static void parallel(List<Callable<Integer>> parts) throws InterruptedException, ExecutionException {
        List<Callable<RequestContext>> jobs = new ArrayList<>();
        for (Callable<Integer> part : parts) {
            jobs.add(() -> {
                RequestContext mine = new RequestContext();
                CURRENT.set(mine);
                try {
                    mine.query("part", part.call());
                    return mine;
                } finally {
                    CURRENT.remove();
                }
            });
        }
        RequestContext caller = current();
        for (Future<RequestContext> f : POOL.invokeAll(jobs)) {
            caller.absorb(f.get());
        }
    }
}
