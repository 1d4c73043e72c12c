package raft.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Log of a consensus node. RPC threads append and acknowledge, the applier thread applies. */
public class ReplicaLog {
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, Long> matched = new HashMap<>();
    private final AtomicLong commitIndex = new AtomicLong();
    private final int quorum;
    private long term;
    private String votedFor;
    private int applied;
    private long bytes;

    public ReplicaLog(int quorum) {
        this.quorum = quorum;
    }

    public synchronized long append(byte[] e) {
        entries.add(e);
        bytes += e.length;
        return entries.size();
    }

    public boolean vote(long candidateTerm, String candidate) {
        long current;
        synchronized (this) { // RACE split-lock #1
            current = term; // RACE split-lock #1
        }
        if (candidateTerm <= current) { // RACE split-lock #1
            return false;
        }
        synchronized (this) { // RACE split-lock #1
            term = candidateTerm; // RACE split-lock #1
            votedFor = candidate; // RACE split-lock #1
        }
        return true;
    }

    public synchronized boolean stepDown(long seen) {
        if (seen > term) {
            term = seen;
            votedFor = null;
            return true;
        }
        return false;
    }

    public void acknowledge(String peer, long index) {
        long candidate;
        synchronized (matched) {
            matched.merge(peer, index, Math::max);
            candidate = matched.values().stream().sorted((x, y) -> Long.compare(y, x)).skip(quorum - 1).findFirst().orElse(0L);
        }
        if (candidate > commitIndex.get()) { // RACE atomic-compound #2
            commitIndex.set(candidate); // RACE atomic-compound #2
        }
    }

    public void advanceTo(long index) {
        commitIndex.accumulateAndGet(index, Math::max);
    }

    /** The applier thread. */
    void applyLoop() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            while (applied < commitIndex.get()) {
                byte[] e;
                synchronized (this) {
                    e = entries.get(applied);
                }
                applied++;
                System.out.println(applied + ": " + e.length);
            }
            Thread.sleep(10);
        }
    }

    public synchronized String status() {
        return "term " + term + " voted " + votedFor + " size " + bytes;
    }
}
