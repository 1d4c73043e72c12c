package org.spinneret.crawl;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** What is still to be fetched, by host. */
class Frontier {

    /** The queue of one host, taken by at most one worker at a time. */
    static final class HostQueue implements Delayed {
        final String host;
        private final Queue<URI> uris = new ConcurrentLinkedQueue<>();
        private final Map<String, Integer> failures = new HashMap<>();
        private volatile long readyAt;
        private int fetched;
        private int politeness = 1;

        HostQueue(String host) {
            this.host = host;
        }

        URI next() {
            return uris.poll();
        }

        void success() {
            fetched++;
            politeness = Math.max(1, politeness - 1);
        }

        void failure(URI u) {
            failures.merge(u.getPath(), 1, Integer::sum);
            politeness *= 2;
        }

        void backOff() {
            readyAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(politeness);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(readyAt - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed o) {
            return Long.compare(readyAt, ((HostQueue) o).readyAt);
        }
    }

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> depth = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, HostQueue> hosts = new ConcurrentHashMap<>();
    private final DelayQueue<HostQueue> ready = new DelayQueue<>();
    private final Map<String, Integer> strikes = new HashMap<>();

    /** Adds links found on a page. */
    void offer(URI uri, int level) {
        String key = uri.normalize().toString();
        Integer known = depth.get(key); // RACE check-then-act #1
        if (known == null || known > level) { // RACE check-then-act #1
            depth.put(key, level); // RACE check-then-act #1
        }
        if (!seen.add(key)) {
            return;
        }
        HostQueue fresh = new HostQueue(uri.getHost());
        HostQueue q = hosts.putIfAbsent(uri.getHost(), fresh);
        if (q == null) {
            fresh.uris.add(uri);
            ready.add(fresh);
        } else {
            q.uris.add(uri);
        }
    }

    HostQueue takeHost() throws InterruptedException {
        return ready.take();
    }

    void giveBack(HostQueue q) {
        q.backOff();
        ready.add(q);
    }

    synchronized boolean isBanned(String host) {
        Integer n = strikes.get(host);
        return n != null && n >= 3;
    }

    private synchronized int strikesOf(String host) {
        return strikes.getOrDefault(host, 0);
    }

    private synchronized void setStrikes(String host, int n) {
        strikes.put(host, n);
    }

    /** Three strikes and the host is out; counts for redirect targets, too. */
    void strike(String host) {
        int n = strikesOf(host); // RACE split-lock #2
        setStrikes(host, n + 1); // RACE split-lock #2
    }

    synchronized void pardon(String host) {
        if (strikesOf(host) > 0) {
            setStrikes(host, strikesOf(host) - 1);
        }
    }
}
