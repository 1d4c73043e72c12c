package io.plover.ring;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Per-thread rings for fast logging, drained by a single writer. */
public final class LogService implements Runnable {
    private final Map<Thread, SpscRing<String>> rings = new ConcurrentHashMap<>();
    private final ClaimRing crashDump = new ClaimRing(256);
    private final PrintStream out;
    private volatile long dropped;
    private long written;

    public LogService(PrintStream out) {
        this.out = out;
        Thread t = new Thread(this, "log-writer");
        t.setDaemon(true);
        t.start();
    }

    /** Any thread. */
    public void log(String line) {
        SpscRing<String> ring = rings.get(Thread.currentThread());
        if (ring == null) {
            ring = new SpscRing<>(1024);
            rings.put(Thread.currentThread(), ring);
        }
        if (!ring.offer(line)) {
            dropped++; // RACE read-modify-write #2
        }
        crashDump.put(line);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            boolean idle = true;
            for (SpscRing<String> r : rings.values()) {
                String s;
                while ((s = r.poll()) != null) {
                    out.println(s);
                    written++;
                    idle = false;
                }
            }
            if (idle) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    public long dropped() {
        return dropped;
    }

    public List<String> lastLines() {
        return crashDump.dump();
    }

    public void warmUp() {
        for (int i = 0; i < 8; i++) {
            new Thread(() -> log("hello")).start();
        }
    }
}
