package etl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Aggregates one partition; each instance is executed once. */
class PartitionJob implements Callable<Map<String, Long>> {

    private final int index;
    private final List<String> rows;
    private final NightlyEtl owner;
    private final CountDownLatch done;
    private final Map<String, Long> sums = new HashMap<>();
    private int bad;

    PartitionJob(int index, List<String> rows, NightlyEtl owner, CountDownLatch done) {
        this.index = index;
        this.rows = rows;
        this.owner = owner;
        this.done = done;
    }

    @Override
    public Map<String, Long> call() {
        try {
            long worst = 0;
            for (String row : rows) {
                int comma = row.indexOf(',');
                if (comma < 0) {
                    bad++;
                    continue;
                }
                long value = Long.parseLong(row.substring(comma + 1));
                sums.merge(row.substring(0, comma), value, Long::sum);
                worst = Math.max(worst, value);
            }
            owner.rowsOf(index, rows.size() - bad);
            owner.partitionDone(worst, bad);
            return sums;
        } finally {
            done.countDown();
        }
    }

    int bad() {
        return bad;
    }
}
