package batchwriter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Collects points and writes them when a batch is full or has become old. Points come from any
 * thread, the age is watched by a scheduler.
 */
public class BatchWriter<P> implements AutoCloseable {

    private final Object monitor = new Object();
    private final ScheduledExecutorService scheduler;
    private final Consumer<List<P>> target;
    private final int maxSize;
    private List<P> batch = new ArrayList<>();
    private ScheduledFuture<?> timeout;
    private long epoch;
    private int sizeFlushes;
    private int timeFlushes;
    private boolean closed;

    public BatchWriter(ScheduledExecutorService scheduler, Consumer<List<P>> target, int maxSize) {
        this.scheduler = scheduler;
        this.target = target;
        this.maxSize = maxSize;
    }

    public void add(P point) {
        List<P> full = null;
        synchronized (monitor) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            batch.add(point);
            if (batch.size() >= maxSize) {
                full = detach();
                sizeFlushes++;
            } else if (timeout == null) {
                long mine = epoch;
                timeout = scheduler.schedule(() -> onTimeout(mine), 1, TimeUnit.SECONDS);
            }
        }
        if (full != null) {
            target.accept(full);
        }
    }

    /** Monitor is held. */
    private List<P> detach() {
        List<P> result = batch;
        batch = new ArrayList<>(maxSize);
        epoch++;
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
        }
        return result;
    }

    private void onTimeout(long scheduledFor) {
        List<P> old;
        synchronized (monitor) {
            if (scheduledFor != epoch || batch.isEmpty()) {
                return;
            }
            old = detach();
            timeFlushes++;
        }
        target.accept(old);
    }

    @Override
    public void close() {
        List<P> rest;
        synchronized (monitor) {
            if (closed) {
                return;
            }
            closed = true;
            rest = detach();
        }
        if (!rest.isEmpty()) {
            rest.removeIf(java.util.Objects::isNull);
            target.accept(rest);
        }
    }

    public int flushes() {
        synchronized (monitor) {
            return sizeFlushes + timeFlushes;
        }
    }
}
