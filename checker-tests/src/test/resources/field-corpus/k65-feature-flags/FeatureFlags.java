package k65;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Immutable snapshots behind one reference. Thread-safe. */
public class FeatureFlags {
    public static final class Snapshot {
        private final Map<String, Boolean> flags;
        private final long version;

        Snapshot(Map<String, Boolean> flags, long version) {
            this.flags = Map.copyOf(flags);
            this.version = version;
        }

        Snapshot with(String flag, boolean on) {
            Map<String, Boolean> m = new TreeMap<>(flags);
            m.put(flag, on);
            return new Snapshot(m, version + 1);
        }

        boolean isOn(String flag) {
            return flags.getOrDefault(flag, false);
        }
    }

    private final AtomicReference<Snapshot> current = new AtomicReference<>(new Snapshot(Map.of(), 0));
    private final AtomicReference<String> lastEditor = new AtomicReference<>();

    public boolean isOn(String flag) {
        return current.get().isOn(flag);
    }

    public void set(String flag, boolean on, String editor) {
        current.updateAndGet(s -> s.with(flag, on));
        lastEditor.set(editor);
    }

    public boolean edit(UnaryOperator<Snapshot> change) {
        Snapshot before = current.get();
        Snapshot after = change.apply(before);
        return current.compareAndSet(before, after);
    }

    public void enable(String flag) {
        current.set(current.get().with(flag, true)); // RACE atomic-compound #1
    }

    public void toggle(String flag) {
        Snapshot s = current.get(); // RACE atomic-compound #2
        Snapshot next = s.with(flag, !s.isOn(flag));
        if (next.version > s.version) {
            current.set(next); // RACE atomic-compound #2
        }
    }

    public void reload(Map<String, Boolean> all) {
        current.set(new Snapshot(all, System.currentTimeMillis()));
    }
}
