package k13;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;

interface SequenceCall {
    long nextValue();
}

interface IdOptimizer {
    long generate(String tenant, SequenceCall call);
}

/** One per entity name and session factory; used by all sessions. */
public class EntityPersister {
    private final IdOptimizer customers = new PooledOptimizer(50);
    private final IdOptimizer invoices = new LegacyHiLo(32767);
    private final SequenceCall sequence;

    public EntityPersister(SequenceCall sequence) {
        this.sequence = sequence;
    }

    public List<Long> importAll(List<String> rows, boolean asInvoices) throws InterruptedException, ExecutionException {
        ExecutorService sessions = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (String row : rows) {
                tasks.add(() -> {
                    if (asInvoices) {
                        return invoices.generate(null, sequence);
                    }
                    return customers.generate(row.substring(0, 2), sequence);
                });
            }
            List<Long> ids = new ArrayList<>();
            for (Future<Long> f : sessions.invokeAll(tasks)) {
                ids.add(f.get());
            }
            return ids;
        } finally {
            sessions.shutdown();
        }
    }
}
