package flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Feature flags of the application. Reads are lock-free; flags change by reload, by the admin
 * page and by experiments, from whichever thread.
 */
public class FeatureFlags {

    private final FlagSource source;
    private final List<BiConsumer<String, Boolean>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Map<String, Integer>> rollouts = new AtomicReference<>(Map.of());
    private volatile Map<String, Boolean> flags = Map.of();
    private volatile long version;

    public FeatureFlags(FlagSource source) {
        this.source = source;
    }

    public boolean isOn(String name) {
        return flags.getOrDefault(name, Boolean.FALSE);
    }

    public boolean isOnFor(String name, int userId) {
        Integer percent = rollouts.get().get(name);
        return percent == null ? isOn(name) : Math.floorMod(userId * 31, 100) < percent;
    }

    public synchronized void reload() {
        Map<String, Boolean> old = flags;
        Map<String, Boolean> fresh = Map.copyOf(source.load());
        install(fresh);
        for (Map.Entry<String, Boolean> e : fresh.entrySet()) {
            if (!e.getValue().equals(old.get(e.getKey()))) {
                notifyListeners(e.getKey(), e.getValue());
            }
        }
    }

    private void install(Map<String, Boolean> fresh) {
        flags = fresh; // RACE wrong-lock #1
        version++; // RACE wrong-lock #1
    }

    /** Switches one flag from the admin page. */
    public void override(String name, boolean on) {
        change(m -> {
            m.put(name, on);
            return m;
        });
        notifyListeners(name, on);
    }

    public void removeOverride(String name) {
        Map<String, Boolean> copy = new HashMap<>(flags);
        if (copy.remove(name) != null) {
            install(Map.copyOf(copy)); // RACE wrong-lock #1
        }
    }

    private synchronized void change(UnaryOperator<Map<String, Boolean>> edit) {
        install(Map.copyOf(edit.apply(new HashMap<>(flags))));
    }

    public void rollout(String name, int percent) {
        rollouts.updateAndGet(m -> {
            Map<String, Integer> copy = new HashMap<>(m);
            copy.put(name, percent);
            return Map.copyOf(copy);
        });
    }

    /** Raises the share of users by a step, up to everybody. */
    public void widen(String name, int step) {
        Map<String, Integer> old = rollouts.get();
        Map<String, Integer> copy = new HashMap<>(old);
        copy.put(name, Math.min(100, copy.getOrDefault(name, 0) + step));
        rollouts.set(Map.copyOf(copy)); // RACE atomic-compound #2
    }

    public void addListener(BiConsumer<String, Boolean> listener) {
        listeners.add(listener);
    }

    private void notifyListeners(String name, boolean on) {
        for (BiConsumer<String, Boolean> listener : new ArrayList<>(listeners)) {
            listener.accept(name, on);
        }
    }

    public long version() {
        return version;
    }

    /** Where flags come from. */
    public interface FlagSource {
        Map<String, Boolean> load();
    }
}
