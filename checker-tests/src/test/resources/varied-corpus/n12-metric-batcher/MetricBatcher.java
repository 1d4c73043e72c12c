package telemetry.ship;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Buffers points and ships them every second or when 500 have come together. */
public class MetricBatcher {
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor();
    private final Consumer<List<String>> sink;
    private final Object lock = new Object();
    private List<String> pending = new ArrayList<>();
    private long shipped;

    public MetricBatcher(Consumer<List<String>> sink) {
        this.sink = sink;
        flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    public void add(String point) {
        boolean full;
        synchronized (lock) {
            pending.add(point);
            full = pending.size() >= 500;
        }
        if (full) {
            flush();
        }
    }

    public void flush() {
        List<String> batch;
        synchronized (lock) { // RACE split-lock #1
            batch = new ArrayList<>(pending); // RACE split-lock #1
        }
        if (batch.isEmpty()) {
            return;
        }
        sink.accept(batch);
        synchronized (lock) { // RACE split-lock #1
            pending.clear(); // RACE split-lock #1
            shipped += batch.size();
        }
    }

    public long shipped() {
        synchronized (lock) {
            return shipped;
        }
    }
}
