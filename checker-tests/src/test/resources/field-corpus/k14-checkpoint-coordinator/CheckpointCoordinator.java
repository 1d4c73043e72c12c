package k14;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Triggers snapshots of a job; the timer, the RPC threads and the I/O executor call in. */
public class CheckpointCoordinator {
    private final Object lock = new Object();
    private final Map<Long, Pending> pendingCheckpoints = new LinkedHashMap<>(16);
    private final ArrayDeque<Long> recent = new ArrayDeque<>(16);
    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final AtomicLong checkpointIdCounter = new AtomicLong(1);
    private final int maxConcurrent;
    private boolean triggerRequestQueued;
    private int numUnsuccessfulTriggers;
    private int slotsInUse;
    private boolean shutdown;

    public CheckpointCoordinator(ScheduledExecutorService timer, Executor executor, int maxConcurrent) {
        this.timer = timer;
        this.executor = executor;
        this.maxConcurrent = maxConcurrent;
    }

    public void start(long interval) {
        timer.scheduleAtFixedRate(this::trigger, interval, interval, TimeUnit.MILLISECONDS);
    }

    public boolean trigger() {
        synchronized (lock) {
            if (shutdown || triggerRequestQueued) {
                return false;
            }
            if (pendingCheckpoints.size() >= maxConcurrent) {
                triggerRequestQueued = true;
                return false;
            }
        }
        final long id = checkpointIdCounter.getAndIncrement();
        final Pending p = new Pending(id);
        synchronized (lock) {
            if (shutdown || pendingCheckpoints.size() >= maxConcurrent) {
                numUnsuccessfulTriggers++;
                return false;
            }
            pendingCheckpoints.put(id, p);
        }
        executor.execute(() -> sendBarriers(p));
        return true;
    }

    /** A savepoint takes a slot beside the regular ones. */
    public boolean triggerSavepoint() {
        int used;
        synchronized (lock) {
            used = slotsInUse; // RACE split-lock #1
        }
        if (used >= 2 * maxConcurrent) {
            return false;
        }
        long id = checkpointIdCounter.getAndIncrement();
        synchronized (lock) {
            slotsInUse = used + 1; // RACE split-lock #1
            pendingCheckpoints.put(id, new Pending(id));
        }
        return true;
    }

    public void receiveAcknowledge(long id, String task) {
        Pending done = null;
        synchronized (lock) {
            Pending p = pendingCheckpoints.get(id);
            if (p == null) {
                return;
            }
            p.acknowledged.put(task, System.nanoTime());
            if (++p.acks == p.expected) {
                done = pendingCheckpoints.remove(id);
                remember(id);
                if (triggerRequestQueued) {
                    triggerRequestQueued = false;
                    timer.execute(this::trigger);
                }
            }
        }
        if (done != null) {
            done.complete();
        }
    }

    private void remember(long id) {
        if (recent.size() >= 16) {
            recent.removeFirst();
        }
        recent.addLast(id);
    }

    private void sendBarriers(Pending p) {
        p.startedAt = System.nanoTime();
    }

    public void shutdown() {
        synchronized (lock) {
            shutdown = true;
            pendingCheckpoints.clear();
        }
    }

    private static final class Pending {
        final long id;
        final int expected = 4;
        final Map<String, Long> acknowledged = new HashMap<>();
        int acks;
        volatile long startedAt;

        Pending(long id) {
            this.id = id;
        }

        void complete() {
            System.out.println("checkpoint " + id + " took " + (System.nanoTime() - startedAt));
        }
    }
}
