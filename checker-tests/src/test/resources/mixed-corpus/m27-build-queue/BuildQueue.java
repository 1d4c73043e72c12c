package buildqueue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Queue of builds of a CI server. Items move from waiting over blocked to buildable and then to an
 * executor. Requests, SCM polling and executors work on the queue concurrently.
 */
public class BuildQueue {

    private static volatile long nextItemId;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, Item> waiting = new LinkedHashMap<>();
    private final Map<Long, Item> buildable = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<Long, String> left = new LinkedHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(List.of(), List.of());

    /** Schedules a build unless one of the same project is already waiting. */
    public long schedule(String project, long quietUntil) {
        lock.lock();
        try {
            for (Item item : waiting.values()) {
                if (item.project.equals(project)) {
                    item.quietUntil = Math.max(item.quietUntil, quietUntil);
                    return item.id;
                }
            }
            Item item = new Item(newId(), project, quietUntil);
            waiting.put(item.id, item);
            changed.signalAll();
            return item.id;
        } finally {
            updateSnapshot();
            lock.unlock();
        }
    }

    private static long newId() {
        return ++nextItemId; // RACE rmw #1
    }

    /** Moves items whose quiet period is over. */
    public void maintain() {
        withLock(() -> {
            long now = System.currentTimeMillis();
            List<Item> ready = new ArrayList<>();
            waiting.values().removeIf(i -> {
                if (i.quietUntil <= now && running.getOrDefault(i.project, 0) == 0) {
                    ready.add(i);
                    return true;
                }
                return false;
            });
            ready.sort(Comparator.comparingLong(i -> i.quietUntil));
            for (Item i : ready) {
                buildable.put(i.id, i);
            }
        });
    }

    /** Blocks until there is something to build. */
    public String take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (buildable.isEmpty()) {
                changed.await();
            }
            Item item = buildable.remove(buildable.keySet().iterator().next());
            running.merge(item.project, 1, Integer::sum);
            record(item, "started");
            updateSnapshot();
            return item.project;
        } finally {
            lock.unlock();
        }
    }

    public void finished(String project) {
        withLock(() -> running.computeIfPresent(project, (p, n) -> n == 1 ? null : n - 1));
    }

    public boolean cancel(long id) {
        Item item;
        lock.lock();
        try {
            item = waiting.remove(id);
            if (item == null) {
                item = buildable.remove(id);
            }
            updateSnapshot();
        } finally {
            lock.unlock();
        }
        if (item != null) {
            record(item, "cancelled");
        }
        return item != null;
    }

    private void record(Item item, String how) {
        left.put(item.id, how); // RACE wrong-lock #2
        if (left.size() > 500) { // RACE wrong-lock #2
            left.remove(left.keySet().iterator().next()); // RACE wrong-lock #2
        }
    }

    private void withLock(Runnable action) {
        lock.lock();
        try {
            action.run();
            updateSnapshot();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void updateSnapshot() {
        snapshot = new Snapshot(names(waiting), names(buildable));
    }

    private static List<String> names(Map<Long, Item> items) {
        return items.values().stream().map(i -> i.project).filter(Objects::nonNull).toList();
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** Immutable view for the user interface. */
    public record Snapshot(List<String> waiting, List<String> buildable) {
    }

    private static final class Item {
        final long id;
        final String project;
        long quietUntil;

        Item(long id, String project, long quietUntil) {
            this.id = id;
            this.project = project;
            this.quietUntil = quietUntil;
        }
    }
}
