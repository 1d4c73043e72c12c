package net.waypoint.dns;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Resolver cache. Concurrent look-ups of one name share one query. */
public class DnsCache {
    private final ConcurrentMap<String, FutureTask<Answer>> queries = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, NegativeEntry> negative = new ConcurrentHashMap<>();
    private final Function<String, List<String>> resolver;
    private volatile long queriesSent;

    public DnsCache(Function<String, List<String>> resolver) {
        this.resolver = resolver;
    }

    public List<String> lookup(String name) throws InterruptedException, ExecutionException {
        while (true) {
            FutureTask<Answer> f = queries.get(name);
            if (f == null) {
                FutureTask<Answer> mine = new FutureTask<>(() -> new Answer(resolver.apply(name), System.nanoTime()));
                f = queries.putIfAbsent(name, mine);
                if (f == null) {
                    f = mine;
                    mine.run();
                    queriesSent++; // RACE atomic-compound
                }
            }
            Answer a = f.get();
            if (!a.expired()) {
                return a.addresses();
            }
            queries.remove(name, f);
        }
    }

    public void failed(String name) {
        NegativeEntry e = negative.get(name); // RACE check-then-act #1
        if (e == null) { // RACE check-then-act #1
            negative.put(name, new NegativeEntry(1)); // RACE check-then-act #1
        } else {
            negative.put(name, new NegativeEntry(e.count() + 1)); // RACE check-then-act #1
        }
    }

    public void recovered(String name) {
        NegativeEntry e;
        while ((e = negative.get(name)) != null) {
            if (e.count() <= 1 ? negative.remove(name, e) : negative.replace(name, e, new NegativeEntry(e.count() - 1))) {
                return;
            }
        }
    }

    public long queriesSent() {
        return queriesSent;
    }
}
