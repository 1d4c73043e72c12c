package auditlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Collects audit records of all request threads and ships them in batches. */
public class AuditLog {

    public interface Sink {
        void ship(List<String> batch);
    }

    private final List<String> pending = Collections.synchronizedList(new ArrayList<>());
    private final List<String> urgent = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<String> traces = new LinkedBlockingQueue<>(10_000);
    private final Sink sink;
    private List<String> alarms = new ArrayList<>();

    public AuditLog(Sink sink) {
        this.sink = sink;
    }

    public void record(String who, String what) {
        pending.add(who + " " + what);
    }

    public void recordUrgent(String who, String what) {
        urgent.add(who + " " + what);
    }

    public boolean trace(String what) {
        return traces.offer(what);
    }

    public synchronized void alarm(String what) {
        alarms.add(what);
    }

    public void schedule(ScheduledExecutorService timer) {
        timer.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::flushUrgent, 50, 50, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::flushTraces, 10, 10, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::flushAlarms, 1, 1, TimeUnit.SECONDS);
    }

    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        List<String> batch = new ArrayList<>(pending); // RACE split-section #1
        pending.clear(); // RACE split-section #1
        sink.ship(batch);
    }

    void flushUrgent() {
        List<String> batch;
        synchronized (urgent) {
            if (urgent.isEmpty()) {
                return;
            }
            batch = new ArrayList<>(urgent);
            urgent.clear();
        }
        sink.ship(batch);
    }

    void flushTraces() {
        List<String> batch = new ArrayList<>();
        traces.drainTo(batch);
        if (!batch.isEmpty()) {
            sink.ship(batch);
        }
    }

    void flushAlarms() {
        List<String> batch;
        synchronized (this) {
            batch = alarms;
            alarms = new ArrayList<>();
        }
        if (!batch.isEmpty()) {
            sink.ship(batch);
        }
    }
}
