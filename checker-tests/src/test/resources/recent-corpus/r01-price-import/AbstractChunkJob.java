package r01priceimport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.logging.Logger;

/**
 * Base of the nightly jobs: splits the input into chunks and feeds them to the pool.
 */
public abstract class AbstractChunkJob<T> {

    protected final Logger log = Logger.getLogger(getClass().getName());
    private final ExecutorService pool;
    private final int chunkSize;

    protected AbstractChunkJob(ExecutorService pool, int chunkSize) {
        this.pool = pool;
        this.chunkSize = chunkSize;
    }

    public final void execute(List<T> input) throws Exception {
        prepare(input);
        List<Callable<Void>> chunks = new ArrayList<>();
        for (int from = 0; from < input.size(); from += chunkSize) {
            List<T> part = input.subList(from, Math.min(input.size(), from + chunkSize));
            chunks.add(() -> {
                for (T item : part) {
                    handle(item);
                }
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(chunks)) {
            done.get();
        }
        finish();
    }

    /** Called once before the first chunk. */
    protected abstract void prepare(List<T> input);

    protected abstract void handle(T item);

    /** Called once after the last chunk. */
    protected abstract void finish();
}
