package net.link;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counters of a network link, updated by all of its flows. */
public class LinkStats {
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger leader = new AtomicInteger(-1);
    private final AtomicReference<String> path = new AtomicReference<>("");
    private final ConcurrentMap<Integer, Integer> perFlow = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Integer> resets = new ConcurrentHashMap<>();

    public void packet(int flow, int size) {
        packets.compareAndSet(packets.get(), packets.get() + 1); // RACE atomic-compound
        long seen = bytes.get(); // RACE atomic-compound #1
        bytes.weakCompareAndSetPlain(seen, seen + size); // RACE atomic-compound #1
        perFlow.putIfAbsent(flow, 0); // MAYBE
        perFlow.replace(flow, perFlow.get(flow) + 1); // RACE check-then-act
    }

    public void error() {
        int e = errors.get();
        while (!errors.compareAndSet(e, e + 1)) {
            e = errors.get();
        }
    }

    public boolean elect(int flow) {
        return leader.compareAndSet(-1, flow) || leader.get() == flow;
    }

    public void hop(String router) {
        String p = path.get();
        for (int i = 0; !path.compareAndSet(p, p + '/' + router); i++) {
            if (i > 10) {
                Thread.yield();
            }
            p = path.get();
        }
    }

    public void reset(int flow) {
        for (;;) {
            Integer n = resets.putIfAbsent(flow, 1);
            if (n == null || resets.replace(flow, n, n + 1)) {
                break;
            }
        }
        if (leader.get() == flow) {
            leader.compareAndSet(flow, -1);
        }
    }

    public String summary() {
        return packets + " packets, " + bytes + " bytes, " + errors + " errors via " + path;
    }
}
