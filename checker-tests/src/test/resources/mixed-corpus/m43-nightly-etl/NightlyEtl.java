package etl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nightly aggregation. Partitions are processed in parallel, the results are merged afterwards. */
public class NightlyEtl {

    private final ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final int[] rows;
    private final Map<String, Long> totals = new TreeMap<>();
    private long worst;
    private int badRows;
    private int finished;

    public NightlyEtl(int partitions) {
        rows = new int[partitions];
    }

    public Map<String, Long> run(List<List<String>> partitions) throws InterruptedException, ExecutionException {
        CountDownLatch done = new CountDownLatch(partitions.size());
        List<PartitionJob> jobs = new ArrayList<>();
        List<Future<Map<String, Long>>> results = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++) {
            PartitionJob job = new PartitionJob(i, partitions.get(i), this, done);
            jobs.add(job);
            results.add(pool.submit(job));
        }
        done.await();
        for (PartitionJob job : jobs) {
            badRows += job.bad();
        }
        for (Future<Map<String, Long>> f : results) {
            f.get().forEach((k, v) -> totals.merge(k, v, Long::sum));
        }
        pool.shutdown();
        return totals;
    }

    /** Every partition has a slot of its own. */
    void rowsOf(int partition, int n) {
        rows[partition] += n;
    }

    void partitionDone(long max, int bad) {
        if (max > worst) { // RACE check-then-act #1
            worst = max; // RACE check-then-act #1
        }
        synchronized (this) {
            finished++;
            if (finished % 10 == 0) {
                System.out.println(finished + " partitions done");
            }
        }
    }

    public long worst() {
        return worst;
    }

    public int badRows() {
        return badRows;
    }
}
