package importjobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the workers of the importer. */
public class ImportServer {

    private final ImportQueue queue = new ImportQueue();
    private final ExecutorService workers = Executors.newFixedThreadPool(5);
    private volatile boolean stopping;

    public void start(ImportJob.RowHandler handler) {
        for (int i = 0; i < 5; i++) {
            workers.execute(() -> {
                try {
                    while (!stopping) {
                        queue.workOnce(handler);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    public long upload(List<String> rows) {
        return queue.submit(rows.iterator());
    }

    public void stop() {
        stopping = true;
        workers.shutdown();
    }
}
