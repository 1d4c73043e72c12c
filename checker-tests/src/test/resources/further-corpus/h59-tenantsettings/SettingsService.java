package tenantsettings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Settings of all tenants, changed by administrators and read by everyone. */
public class SettingsService {

    private final Map<String, AtomicReference<Settings>> tenants = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Settings>> listeners = new CopyOnWriteArrayList<>();
    private final StampedLock stats = new StampedLock();
    private long changes;
    private long conflicts;

    public Settings get(String tenant) {
        AtomicReference<Settings> ref = tenants.get(tenant);
        return ref == null ? Settings.EMPTY : ref.get();
    }

    public Settings set(String tenant, String key, String value) {
        return change(tenant, s -> s.with(key, value));
    }

    public Settings unset(String tenant, String key) {
        return change(tenant, s -> s.without(key));
    }

    private Settings change(String tenant, UnaryOperator<Settings> change) {
        AtomicReference<Settings> ref = tenants.computeIfAbsent(tenant, t -> new AtomicReference<>(Settings.EMPTY));
        int retries = 0;
        Settings before;
        Settings after;
        while (true) {
            before = ref.get();
            after = change.apply(before);
            if (after == before) {
                return before;
            }
            if (ref.compareAndSet(before, after)) {
                break;
            }
            retries++;
        }
        long stamp = stats.writeLock();
        try {
            changes++;
            conflicts += retries;
        } finally {
            stats.unlockWrite(stamp);
        }
        for (BiConsumer<String, Settings> l : listeners) {
            l.accept(tenant, after);
        }
        return after;
    }

    /** Replaces the settings if nobody changed them since they were read. */
    public boolean replace(String tenant, Settings read, Settings next) {
        AtomicReference<Settings> ref = tenants.get(tenant);
        return ref != null && ref.compareAndSet(read, next);
    }

    public void copyTenant(String from, String to) {
        Settings s = get(from);
        tenants.computeIfAbsent(to, t -> new AtomicReference<>(s));
    }

    public double conflictRatio() {
        long stamp = stats.tryOptimisticRead();
        long ch = changes;
        long co = conflicts;
        if (!stats.validate(stamp)) {
            stamp = stats.readLock();
            try {
                ch = changes;
                co = conflicts;
            } finally {
                stats.unlockRead(stamp);
            }
        }
        return ch == 0 ? 0 : (double) co / ch;
    }

    public void onChange(BiConsumer<String, Settings> listener) {
        listeners.add(listener);
    }
}
