package org.example.ahc.netty;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps idle channels by host and limits the number of connections. Requests come from any thread, closings from the event loops. */
public class ChannelManager {
    private final ConcurrentHashMap<String, AtomicInteger> perHost = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Deque<IdleChannel>> partitions = new ConcurrentHashMap<>();
    private final AtomicBoolean cleanerStarted = new AtomicBoolean();
    private final AtomicInteger total = new AtomicInteger();
    private final int maxPerHost;
    private final int maxTotal;
    private int leaseMisses;

    public ChannelManager(int maxPerHost, int maxTotal) {
        this.maxPerHost = maxPerHost;
        this.maxTotal = maxTotal;
    }

    public void acquireConnection(String host) throws IOException {
        if (total.get() >= maxTotal) { // RACE atomic-compound #1
            throw new IOException("Too many connections: " + maxTotal);
        }
        total.incrementAndGet(); // RACE atomic-compound #1
        AtomicInteger n = perHost.computeIfAbsent(host, h -> new AtomicInteger());
        if (n.incrementAndGet() > maxPerHost) {
            n.decrementAndGet();
            total.decrementAndGet();
            throw new IOException("Too many connections for " + host);
        }
    }

    public void channelClosed(String host) {
        total.decrementAndGet();
        perHost.get(host).decrementAndGet();
    }

    public boolean offer(String host, Object channel) {
        Deque<IdleChannel> d = partitions.get(host);
        if (d == null) {
            d = partitions.computeIfAbsent(host, h -> new ConcurrentLinkedDeque<>());
        }
        return d.offerFirst(new IdleChannel(channel));
    }

    public Object poll(String host) {
        Deque<IdleChannel> d = partitions.get(host);
        if (d != null) {
            IdleChannel c;
            while ((c = d.pollFirst()) != null) {
                if (c.takeOwnership()) {
                    c.uses++;
                    return c.channel;
                }
            }
        }
        leaseMisses++; // RACE rmw
        return null;
    }

    public void startCleaner() {
        if (cleanerStarted.compareAndSet(false, true)) {
            Thread t = new Thread(new Cleaner(), "idle-channel-cleaner");
            t.setDaemon(true);
            t.start();
        }
    }

    public String stats() {
        return total + " open, " + leaseMisses + " misses";
    }

    private static final class IdleChannel {
        final Object channel;
        final long start = System.nanoTime();
        private final AtomicBoolean owned = new AtomicBoolean();
        int uses;

        IdleChannel(Object channel) {
            this.channel = channel;
        }

        boolean takeOwnership() {
            return owned.compareAndSet(false, true);
        }
    }

    private final class Cleaner implements Runnable {
        private long closed;

        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                for (Deque<IdleChannel> d : partitions.values()) {
                    Deque<IdleChannel> expired = new ArrayDeque<>();
                    for (IdleChannel c : d) {
                        if (System.nanoTime() - c.start > 60_000_000_000L && c.takeOwnership()) {
                            expired.add(c);
                            closed++;
                        }
                    }
                    d.removeAll(expired);
                }
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
