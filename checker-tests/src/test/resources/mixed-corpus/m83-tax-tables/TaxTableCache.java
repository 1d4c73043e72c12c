package taxes;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;

/** Tax tables by year, loaded on demand. Used by all calculation threads. */
public class TaxTableCache {

    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final Map<Integer, NavigableMap<BigDecimal, BigDecimal>> tables = new HashMap<>();
    private final IntFunction<NavigableMap<BigDecimal, BigDecimal>> loader;
    private int loads;
    private int reloads;
    private boolean stale;

    public TaxTableCache(IntFunction<NavigableMap<BigDecimal, BigDecimal>> loader) {
        this.loader = loader;
    }

    public BigDecimal rate(int year, BigDecimal income) {
        rw.readLock().lock();
        if (stale || !tables.containsKey(year)) {
            rw.readLock().unlock();
            rw.writeLock().lock();
            try {
                if (stale) {
                    tables.clear();
                    stale = false;
                    reloads++;
                }
                if (!tables.containsKey(year)) {
                    tables.put(year, new TreeMap<>(loader.apply(year)));
                    loads++;
                }
                rw.readLock().lock();
            } finally {
                rw.writeLock().unlock();
            }
        }
        try {
            Map.Entry<BigDecimal, BigDecimal> e = tables.get(year).floorEntry(income);
            return e == null ? BigDecimal.ZERO : e.getValue();
        } finally {
            rw.readLock().unlock();
        }
    }

    /** Overrides a bracket, e.g. after a change of the law. */
    public void override(int year, BigDecimal from, BigDecimal rate) {
        ReentrantReadWriteLock.WriteLock w = rw.writeLock();
        w.lock();
        try {
            NavigableMap<BigDecimal, BigDecimal> t = tables.get(year);
            if (t == null) {
                t = new TreeMap<>(loader.apply(year));
                tables.put(year, t);
                loads++;
            }
            t.put(from, rate);
        } finally {
            w.unlock();
        }
    }

    public void invalidate() {
        final ReentrantReadWriteLock lock = this.rw;
        lock.writeLock().lock();
        try {
            stale = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int loads() {
        rw.readLock().lock();
        try {
            return loads + reloads;
        } finally {
            rw.readLock().unlock();
        }
    }
}
