package ui.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All state lives on the scheduler's one thread, except what is marked. */
public class Debouncer<T> {
    private final ScheduledExecutorService exec = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, ScheduledFuture<?>> timers = new HashMap<>();
    private final Map<String, Integer> suppressed = new HashMap<>();
    private final Deque<T> recent = new ArrayDeque<>();
    private final Consumer<List<T>> target;
    private int flushes;
    private int ticks;
    private int submissions;
    private boolean closed;

    public Debouncer(Consumer<List<T>> target) {
        this.target = target;
        exec.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
    }

    /** Any thread. */
    public void submit(String key, T value) {
        submissions++; // MAYBE
        exec.execute(() -> accept(key, value));
    }

    private void accept(String key, T value) {
        recent.addLast(value);
        ScheduledFuture<?> t = timers.get(key);
        if (t != null) {
            t.cancel(false);
            suppressed.merge(key, 1, Integer::sum);
        }
        timers.put(key, exec.schedule(() -> flush(key), 200, TimeUnit.MILLISECONDS));
    }

    private void flush(String key) {
        timers.remove(key);
        suppressed.remove(key);
        flushes++;
        List<T> batch = new ArrayList<>(recent);
        recent.clear();
        target.accept(batch);
    }

    private void tick() {
        ticks++;
        while (recent.size() > 1000) {
            recent.removeFirst();
        }
    }

    /** From the shutdown hook. */
    private void finish() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        exec.shutdown();
        flushes++; // RACE rmw
        while (!recent.isEmpty()) { // RACE unsafe-collection #1
            recent.removeFirst(); // RACE unsafe-collection #1
        }
    }
}
