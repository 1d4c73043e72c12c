package checkpoints;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Triggers checkpoints of a streaming job and collects the acknowledgements of the tasks. Calls come
 * from the timer, from RPC threads and from users taking savepoints.
 */
public class CheckpointCoordinator {

    private final Object lock = new Object();
    private final Map<Long, PendingCheckpoint> pending = new HashMap<>();
    private final Deque<Long> recentlyDone = new ArrayDeque<>();
    private final AtomicLong ids = new AtomicLong(1);
    private final ScheduledExecutorService timer;
    private final Executor io;
    private final int maxConcurrent;
    private boolean shutdown;
    private int completed;
    private int failedInRow;
    private volatile long lastCompletedId = -1;
    private volatile long minPauseUntil;

    public CheckpointCoordinator(ScheduledExecutorService timer, Executor io, int maxConcurrent) {
        this.timer = timer;
        this.io = io;
        this.maxConcurrent = maxConcurrent;
    }

    public CompletableFuture<Long> trigger(Set<String> tasks) {
        synchronized (lock) {
            if (shutdown || pending.size() >= maxConcurrent) { // RACE split-lock #1
                return CompletableFuture.failedFuture(new IllegalStateException("declined"));
            }
        }
        long id = ids.getAndIncrement();
        PendingCheckpoint checkpoint = new PendingCheckpoint(id, Set.copyOf(tasks));
        synchronized (lock) {
            pending.put(id, checkpoint); // RACE split-lock #1
        }
        timer.schedule(() -> expire(id), 10, TimeUnit.MINUTES);
        return checkpoint.result();
    }

    private void expire(long id) {
        PendingCheckpoint p;
        synchronized (lock) {
            p = pending.remove(id);
            if (p != null) {
                failedInRow++;
            }
        }
        if (p != null) {
            p.result().completeExceptionally(new IllegalStateException("expired"));
        }
    }

    /** A task reports that it has written its state. */
    public boolean acknowledge(long id, String task, byte[] state) {
        PendingCheckpoint p;
        synchronized (lock) {
            p = pending.get(id);
            if (p == null || !p.acknowledge(task, state)) {
                return recentlyDone.contains(id);
            }
            if (!p.isComplete()) {
                return true;
            }
            pending.remove(id);
            remember(id);
            dropOlderThan(id);
            completed++;
            failedInRow = 0;
        }
        io.execute(() -> finish(p, id));
        return true;
    }

    private void finish(PendingCheckpoint p, long id) {
        if (id > lastCompletedId) { // RACE check-then-act #2
            lastCompletedId = id; // RACE check-then-act #2
        }
        p.result().complete(id);
    }

    private void remember(long id) {
        if (recentlyDone.size() >= 16) {
            recentlyDone.removeFirst();
        }
        recentlyDone.addLast(id);
    }

    private void dropOlderThan(long id) {
        for (Iterator<Map.Entry<Long, PendingCheckpoint>> it = pending.entrySet().iterator(); it.hasNext();) {
            Map.Entry<Long, PendingCheckpoint> e = it.next();
            if (e.getKey() < id) {
                it.remove();
                e.getValue().result().cancel(false);
            }
        }
    }

    public void decline(long id, Throwable reason) {
        synchronized (lock) {
            PendingCheckpoint p = pending.remove(id);
            if (p == null) {
                return;
            }
            failedInRow++;
            minPauseUntil = System.currentTimeMillis() + 1000L * failedInRow;
            io.execute(() -> p.result().completeExceptionally(reason));
        }
    }

    public void shutdown() {
        synchronized (lock) {
            shutdown = true;
            pending.values().forEach(p -> p.result().cancel(false));
            pending.clear();
        }
    }

    public boolean isPausing() {
        return System.currentTimeMillis() < minPauseUntil;
    }

    public int completed() {
        synchronized (lock) {
            return completed;
        }
    }

    public long lastCompletedId() {
        return lastCompletedId;
    }
}
