package cfg.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Publishes immutable snapshots; only the reloader thread writes. */
public final class ConfigWatcher implements AutoCloseable {

    public static final class Snapshot {
        private final long version;
        private final Map<String, String> values;

        private Snapshot(long version, Map<String, String> values) {
            this.version = version;
            this.values = Map.copyOf(values);
        }

        public String get(String key, String fallback) {
            return values.getOrDefault(key, fallback);
        }

        public long version() {
            return version;
        }
    }

    private final ScheduledExecutorService reloader = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "config-reloader");
        t.setDaemon(true);
        return t;
    });
    private final Supplier<Map<String, String>> source;
    private volatile Snapshot current = new Snapshot(0, Map.of());
    private volatile int reloads;
    private volatile int errors;
    private Map<String, String> last = new TreeMap<>();

    public ConfigWatcher(Supplier<Map<String, String>> source) {
        this.source = source;
        reloader.scheduleAtFixedRate(this::reload, 0, 10, TimeUnit.SECONDS);
    }

    private void reload() {
        try {
            Map<String, String> fresh = source.get();
            reloads++;
            if (!fresh.equals(last)) {
                last = new TreeMap<>(fresh);
                current = new Snapshot(current.version + 1, fresh);
            }
        } catch (RuntimeException e) {
            errors++;
        }
    }

    public Snapshot current() {
        return current;
    }

    public String health() {
        return reloads + " reloads, " + errors + " errors";
    }

    @Override
    public void close() {
        reloader.shutdownNow();
    }
}
