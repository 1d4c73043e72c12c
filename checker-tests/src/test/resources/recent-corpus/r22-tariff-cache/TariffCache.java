package r22tariffcache;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import net.jcip.annotations.GuardedBy;

public final class TariffCache {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock readLock = lock.readLock();
    private final Lock writeLock = lock.writeLock();
    private final Function<String, Double> source;

    @GuardedBy("lock")
    private final Map<String, Double> tariffs = new HashMap<>();
    @GuardedBy("lock")
    private final Map<String, Double> recent = new LinkedHashMap<>(16, 0.75f, true);
    @GuardedBy("lock")
    private int hits;
    @GuardedBy("lock")
    private int misses;

    public TariffCache(Function<String, Double> source) {
        this.source = source;
    }

    public double tariff(String zone) {
        readLock.lock();
        try {
            Double cached = tariffs.get(zone);
            if (cached != null) {
                hits++; // RACE wrong-lock
                return cached;
            }
        } finally {
            readLock.unlock();
        }
        double fresh = source.apply(zone);
        writeLock.lock();
        try {
            misses++;
            if (!tariffs.containsKey(zone)) {
                tariffs.put(zone, fresh);
            }
            recent.put(zone, fresh);
            return tariffs.get(zone);
        } finally {
            writeLock.unlock();
        }
    }

    public void invalidate(String zone) {
        writeLock.lock();
        try {
            if (tariffs.remove(zone) != null) {
                hits = 0;
                misses = 0;
                recent.clear();
            }
        } finally {
            writeLock.unlock();
        }
    }

    public double ratio() {
        readLock.lock();
        try {
            int total = hits + misses;
            return total == 0 ? 0 : (double) hits / total;
        } finally {
            readLock.unlock();
        }
    }
}
