package aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Aggregates messages with the same correlation key. Messages arrive on several consumer threads,
 * a background task completes groups which have waited for too long.
 */
public class CorrelationAggregator {

    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final Map<String, Object> keyLocks = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final AtomicLong completedBySize = new AtomicLong();
    private final AtomicLong completedByTimeout = new AtomicLong();
    private final Consumer<Group> output;
    private final int completionSize;
    private volatile int largest;

    public CorrelationAggregator(Consumer<Group> output, int completionSize) {
        this.output = output;
        this.completionSize = completionSize;
    }

    public void onMessage(String key, Object body) {
        Group complete = null;
        synchronized (lockOf(key)) {
            if (closed.contains(key)) {
                throw new IllegalStateException("closed: " + key);
            }
            Group group = groups.get(key);
            Group grown = group == null ? new Group(key, List.of(body), System.nanoTime()) : group.plus(body);
            if (grown.bodies().size() >= completionSize) {
                groups.remove(key);
                closed.add(key);
                complete = grown;
            } else {
                groups.put(key, grown); // RACE wrong-lock #2
            }
        }
        if (complete != null) {
            completedBySize.incrementAndGet();
            emit(complete);
        }
    }

    private Object lockOf(String key) {
        return keyLocks.computeIfAbsent(key, k -> new Object());
    }

    private void emit(Group group) {
        int n = group.bodies().size();
        if (n > largest) { // RACE check-then-act #1
            largest = n; // RACE check-then-act #1
        }
        output.accept(group);
    }

    /** Run by the background task. */
    public void completeOlderThan(long nanos) {
        long now = System.nanoTime();
        for (Map.Entry<String, Group> e : groups.entrySet()) {
            if (now - e.getValue().since() > nanos && groups.remove(e.getKey(), e.getValue())) { // RACE wrong-lock #2
                completedByTimeout.incrementAndGet();
                emit(e.getValue());
            }
        }
    }

    /** Recovers a group whose output has failed. */
    public void recover(Group failed) {
        synchronized (lockOf(failed.key())) {
            closed.remove(failed.key());
            groups.merge(failed.key(), failed, (a, b) -> b.plusAll(a.bodies()));
        }
    }

    /** Completes a group on demand. */
    public boolean force(String key) {
        Group group;
        synchronized (lockOf(key)) {
            group = groups.remove(key);
            if (group == null) {
                return false;
            }
            closed.add(key);
        }
        emit(group);
        return true;
    }

    public int largest() {
        return largest;
    }

    /** Messages of a key. */
    public record Group(String key, List<Object> bodies, long since) {
        Group plus(Object body) {
            List<Object> copy = new ArrayList<>(bodies);
            copy.add(body);
            return new Group(key, List.copyOf(copy), since);
        }

        Group plusAll(List<Object> more) {
            List<Object> copy = new ArrayList<>(bodies);
            copy.addAll(more);
            return new Group(key, List.copyOf(copy), since);
        }
    }
}
