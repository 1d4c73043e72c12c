package org.example.zookeeper.server;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Logs requests to disk in batches before they go on. */
public class SyncRequestProcessor extends Thread {

    /** A request with its transaction id. */
    public record Request(long zxid, String path, boolean write) {
        static final Request DEATH = new Request(-1, "", false);
    }

    /** Next processor of the chain. */
    public interface RequestProcessor {
        void processRequest(Request r);
    }

    private final BlockingQueue<Request> queuedRequests = new LinkedBlockingQueue<>();
    private final Semaphore snapThreadMutex = new Semaphore(1);
    private final Queue<Request> toFlush = new ArrayDeque<>(1000);
    private final RequestProcessor next;
    private final int snapCount;
    private Map<String, Integer> sinceSnapshot = new HashMap<>();
    private int logCount;
    private long totalFlushed;
    private long lastFlushTime;
    private int snapshotsTaken;

    public SyncRequestProcessor(RequestProcessor next, int snapCount) {
        super("SyncThread");
        this.next = next;
        this.snapCount = snapCount;
    }

    public void processRequest(Request request) {
        queuedRequests.add(request);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Request si = toFlush.isEmpty() ? queuedRequests.take() : queuedRequests.poll();
                if (si == Request.DEATH) {
                    break;
                }
                if (si == null) {
                    flush();
                    continue;
                }
                if (si.write()) {
                    logCount++;
                    Integer n = sinceSnapshot.get(si.path());
                    sinceSnapshot.put(si.path(), n == null ? 1 : n + 1);
                    if (logCount > snapCount) {
                        logCount = 0;
                        takeSnapshot();
                    }
                }
                toFlush.add(si);
                if (toFlush.size() == 1000) {
                    flush();
                }
            }
        } catch (InterruptedException e) {
            System.getLogger("zk").log(System.Logger.Level.WARNING, "SyncThread interrupted", e);
        }
    }

    private void takeSnapshot() {
        if (!snapThreadMutex.tryAcquire()) {
            return;
        }
        Map<String, Integer> delta = sinceSnapshot;
        sinceSnapshot = new HashMap<>();
        Thread t = new Thread("Snapshot Thread") {
            @Override
            public void run() {
                try {
                    int changes = 0;
                    for (int c : delta.values()) {
                        changes += c;
                    }
                    delta.clear();
                    snapshotsTaken++;
                    System.getLogger("zk").log(System.Logger.Level.INFO, "snapshot {0}, {1} changes", snapshotsTaken, changes);
                } finally {
                    snapThreadMutex.release();
                }
            }
        };
        t.setDaemon(true);
        t.start();
    }

    private void flush() {
        lastFlushTime = System.nanoTime();
        Request r;
        while ((r = toFlush.poll()) != null) {
            next.processRequest(r);
            totalFlushed++;
        }
        System.getLogger("zk").log(System.Logger.Level.TRACE, "flushed {0} at {1}", totalFlushed, lastFlushTime);
    }

    public synchronized void shutdown() throws InterruptedException {
        queuedRequests.add(Request.DEATH);
        join();
        flush();
    }
}
