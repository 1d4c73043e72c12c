package flags.live;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Flags are read without locks; administrators change them concurrently. */
public class FeatureFlags {
    private final AtomicReference<Map<String, Boolean>> flags = new AtomicReference<>(Collections.emptyMap());
    private final AtomicReference<Set<String>> users = new AtomicReference<>(Set.of());
    private final AtomicReference<Integer> epoch = new AtomicReference<>(0);
    private volatile Map<String, Integer> rollout = Map.of();

    public boolean on(String flag, String user) {
        return flags.get().getOrDefault(flag, false) || users.get().contains(user);
    }

    public void set(String flag, boolean on) {
        Map<String, Boolean> copy = new HashMap<>(flags.get()); // RACE atomic-compound #1
        copy.put(flag, on);
        flags.set(copy); // RACE atomic-compound #1
        epoch.updateAndGet(e -> e + 1);
    }

    public void admit(String user) {
        mutate(users, s -> {
            Set<String> copy = new HashSet<>(s);
            copy.add(user);
            return copy;
        });
    }

    private static <T> void mutate(AtomicReference<T> ref, UnaryOperator<T> change) {
        T old;
        T fresh;
        do {
            old = ref.get();
            fresh = change.apply(old);
        } while (!ref.compareAndSet(old, fresh));
    }

    public void rollout(String flag, int percent) {
        Map<String, Integer> copy = new HashMap<>(rollout); // RACE atomic-compound #2
        copy.merge(flag, percent, Math::max);
        rollout = copy; // RACE atomic-compound #2
    }

    public void replaceAll(Map<String, Boolean> all) {
        flags.set(Map.copyOf(all));
        epoch.accumulateAndGet(1, Integer::sum);
    }

    public int epoch() {
        return epoch.get();
    }
}
