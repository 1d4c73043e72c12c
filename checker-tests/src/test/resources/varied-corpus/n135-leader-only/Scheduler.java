package cluster.cron;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Any thread may call {@link #tick}; the one that gets the flag does the work, the others go on.
 */
public final class Scheduler {
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicInteger wip = new AtomicInteger();
    private final Queue<Runnable> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final List<Runnable> ready = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long ticks;
    private int ran;
    private int drained;

    public void submit(Runnable r) {
        submitted.add(r);
        tick();
    }

    public void tick() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            ticks++;
            Runnable r;
            while ((r = submitted.poll()) != null) {
                ready.add(r);
            }
            for (Runnable job : ready) {
                job.run();
                ran++;
            }
            ready.clear();
        } finally {
            working.set(false);
        }
    }

    /** Queue drain in the style of reactive libraries: the first caller drains for all. */
    public void event(String e) {
        events.add(e);
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            String next;
            while ((next = events.poll()) != null) {
                seen.merge(next, 1, Integer::sum);
                drained++;
                if (drained % 1000 == 0) {
                    seen.clear();
                }
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    public String stats() {
        return ticks + " ticks, " + ran + " ran, " + drained + " drained";
    }
}
