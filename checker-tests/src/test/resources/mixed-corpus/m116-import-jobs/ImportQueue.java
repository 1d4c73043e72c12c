package importjobs;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Queue of import jobs with several workers; failed jobs come back after a delay. */
public class ImportQueue {

    private final BlockingQueue<ImportJob> queue = new LinkedBlockingQueue<>();
    private final DelayQueue<Retry> retries = new DelayQueue<>();
    private final Map<Long, String> logs = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    public long submit(Iterator<String> rows) {
        ImportJob job = new ImportJob(ids.incrementAndGet());
        while (rows.hasNext()) {
            job.addRow(rows.next());
        }
        long id = job.id();
        queue.add(job);
        return id;
    }

    /** Run by each of the workers. */
    void workOnce(ImportJob.RowHandler handler) throws InterruptedException {
        Retry due = retries.poll();
        ImportJob job = due != null ? due.job() : queue.poll(100, TimeUnit.MILLISECONDS);
        if (job == null) {
            return;
        }
        try {
            job.process(handler);
            logs.put(job.id(), job.log());
        } catch (InterruptedException e) {
            queue.add(job);
            throw e;
        } catch (Exception e) {
            if (job.attempts() < 5) {
                retries.add(new Retry(job, System.nanoTime() + 1_000_000_000L * job.attempts()));
            } else {
                failed.incrementAndGet();
                logs.put(job.id(), job.log() + e);
            }
        }
    }

    public String log(long id) {
        return logs.get(id);
    }

    public long failed() {
        return failed.get();
    }

    private record Retry(ImportJob job, long at) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed o) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), o.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
