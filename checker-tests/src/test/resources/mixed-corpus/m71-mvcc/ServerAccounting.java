package mvcc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Memory taken by the regions of a server; updated by all handlers, read by the flusher. */
public class ServerAccounting {

    private final LongAdder global = new LongAdder();
    private final ConcurrentSkipListMap<String, Long> replay = new ConcurrentSkipListMap<>();
    private final Map<String, long[]> flushTimes = new ConcurrentHashMap<>();
    private volatile long limit;
    private volatile boolean blocked;

    public ServerAccounting(long limit) {
        this.limit = limit;
    }

    public void add(long delta) {
        global.add(delta);
        blocked = global.sum() > limit; // MAYBE
    }

    /** Adds to the replay size of a region. */
    public long addReplay(String region, long delta) {
        Long old = replay.putIfAbsent(region, delta);
        while (old != null) {
            if (replay.replace(region, old, old + delta)) {
                return old + delta;
            }
            old = replay.putIfAbsent(region, delta);
        }
        return delta;
    }

    /** Rolls the replay size back when the region could not be opened. */
    public void rollbackReplay(String region) {
        Long n = replay.get(region);
        if (n != null) {
            add(-n);
            replay.remove(region); // RACE check-then-act #2
        }
    }

    public void flushed(String region, long millis) {
        long[] t = flushTimes.computeIfAbsent(region, r -> new long[2]);
        synchronized (t) {
            t[0] += millis;
            t[1]++;
        }
    }

    public boolean blocked() {
        return blocked;
    }
}
