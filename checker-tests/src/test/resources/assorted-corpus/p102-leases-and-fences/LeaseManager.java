package org.yellowelephant.dfs;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Leases of clients on files being written. All methods are synchronized; Lease itself is not, it
 * is only touched inside of them. The monitor thread does recovery.
 */
public class LeaseManager {
    private final PriorityQueue<Lease> byAge = new PriorityQueue<>();
    private final SortedMap<String, Lease> byHolder = new TreeMap<>();
    private final Map<Long, Lease> byFile = new HashMap<>();
    private volatile boolean monitoring;
    private Thread monitor;
    private volatile long hardLimit = 60_000;
    private long renewals;
    private int recovered;

    static class Lease implements Comparable<Lease> {
        private final String holder;
        private long lastUpdate;
        private final Set<Long> files = new HashSet<>();
        private int renewCount;

        Lease(String holder) {
            this.holder = holder;
            renew();
        }

        private void renew() {
            lastUpdate = System.nanoTime();
            renewCount++;
        }

        boolean expired(long limit) {
            return System.nanoTime() - lastUpdate > limit * 1_000_000;
        }

        @Override
        public int compareTo(Lease o) {
            int c = Long.compare(lastUpdate, o.lastUpdate);
            return c != 0 ? c : holder.compareTo(o.holder);
        }
    }

    synchronized Lease addLease(String holder, long file) {
        Lease l = byHolder.get(holder);
        if (l == null) {
            l = new Lease(holder);
            byHolder.put(holder, l);
            byAge.add(l);
        } else {
            renewLease(l);
        }
        byFile.put(file, l);
        l.files.add(file);
        return l;
    }

    synchronized void renewLease(String holder) {
        renewLease(byHolder.get(holder));
    }

    private void renewLease(Lease l) {
        if (l != null) {
            byAge.remove(l);
            l.renew();
            byAge.add(l);
            renewals++;
        }
    }

    synchronized void removeLease(String holder, long file) {
        Lease l = byHolder.get(holder);
        if (l != null) {
            removeLease(l, file);
        }
    }

    private void removeLease(Lease l, long file) {
        byFile.remove(file);
        l.files.remove(file);
        if (l.files.isEmpty()) {
            byHolder.remove(l.holder);
            byAge.remove(l);
        }
    }

    synchronized Collection<String> holders() {
        return Collections.unmodifiableSet(new HashSet<>(byHolder.keySet()));
    }

    private synchronized void checkLeases() {
        while (!byAge.isEmpty() && byAge.peek().expired(hardLimit)) {
            Lease l = byAge.peek();
            for (Long f : new HashSet<>(l.files)) {
                removeLease(l, f);
                recovered++;
            }
            if (l.files.isEmpty()) {
                byAge.remove(l);
            }
        }
    }

    class Monitor implements Runnable {
        private int passes;

        @Override
        public void run() {
            while (monitoring) {
                checkLeases();
                passes++;
                try {
                    Thread.sleep(2000);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    synchronized void startMonitor() {
        if (monitor == null) {
            monitoring = true;
            monitor = new Thread(new Monitor(), "lease-monitor");
            monitor.start();
        }
    }

    void stopMonitor() {
        monitoring = false;
    }
}
