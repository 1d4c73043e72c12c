package buildgraph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

public class TaskGraph {

    public record Task(String name, List<String> inputs, long weight) {}

    public record Report(List<String> upToDate, List<String> executed, Map<String, Long> timings) {}

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private int edges;

    /** The graph is filled by the configuration phase, on the main thread only. */
    public void add(Task task) {
        if (tasks.containsKey(task.name())) {
            throw new IllegalArgumentException("Duplicate task " + task.name());
        }
        tasks.put(task.name(), task);
        edges += task.inputs().size();
    }

    public Report execute(Map<String, String> oldHashes) {
        List<String> upToDate = new ArrayList<>();
        List<String> executed = Collections.synchronizedList(new ArrayList<>());
        Map<String, Long> timings = new ConcurrentHashMap<>();

        tasks.values().parallelStream().forEach(task -> {
            String hash = hash(task);
            if (hash.equals(oldHashes.get(task.name()))) {
                upToDate.add(task.name()); // RACE unguarded-collection #1
            } else {
                long start = System.nanoTime();
                runAction(task);
                timings.merge(task.name(), System.nanoTime() - start, Long::sum);
                executed.add(task.name());
            }
        });
        return new Report(upToDate, executed, timings);
    }

    public Map<String, List<String>> consumers() {
        Map<String, List<String>> byInput = new HashMap<>();
        for (Task t : tasks.values()) {
            for (String in : t.inputs()) {
                byInput.computeIfAbsent(in, k -> new ArrayList<>()).add(t.name());
            }
        }
        return byInput;
    }

    public Map<String, Long> weights(Collection<String> names) {
        return names.parallelStream()
                .filter(tasks::containsKey)
                .collect(Collectors.toMap(n -> n, n -> tasks.get(n).weight(), Long::sum));
    }

    public long criticalWeight() {
        return tasks.values().parallelStream().mapToLong(Task::weight).reduce(0L, Math::max);
    }

    public Set<String> missingInputs() {
        Set<String> missing = ConcurrentHashMap.newKeySet();
        tasks.values().parallelStream().forEach(t -> {
            for (String in : t.inputs()) {
                if (!tasks.containsKey(in)) {
                    missing.add(in);
                }
            }
        });
        return missing;
    }

    private static String hash(Task task) {
        int h = 17;
        for (String in : task.inputs()) {
            h = h * 31 + in.hashCode();
        }
        return Integer.toHexString(h);
    }

    private void runAction(Task task) {
        long spin = task.weight();
        while (spin > 0) {
            spin--;
        }
    }

    public int edgeCount() {
        return edges;
    }
}
