package metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

public class MetricRegistry {

    private final ConcurrentMap<String, Object> metrics = new ConcurrentHashMap<>();

    public Reservoir histogram(String name) {
        return getOrAdd(name, Reservoir.class, () -> new Reservoir(1028));
    }

    public MovingAverage average(String name) {
        return getOrAdd(name, MovingAverage.class, () -> new MovingAverage(0.08));
    }

    private <T> T getOrAdd(String name, Class<T> type, Supplier<T> supplier) {
        Object existing = metrics.get(name);
        if (existing == null) {
            T fresh = supplier.get();
            existing = metrics.putIfAbsent(name, fresh);
            if (existing == null) {
                return fresh;
            }
        }
        if (!type.isInstance(existing)) {
            throw new IllegalArgumentException(name + " is already used for a different type of metric");
        }
        return type.cast(existing);
    }

    public void register(String name, Object metric) {
        if (metrics.containsKey(name)) { // RACE check-then-act #2
            throw new IllegalArgumentException("A metric named " + name + " already exists");
        }
        metrics.put(name, metric); // RACE check-then-act #2
    }

    public boolean remove(String name) {
        return metrics.remove(name) != null;
    }

    public Map<String, Object> all() {
        return new TreeMap<>(metrics);
    }
}
