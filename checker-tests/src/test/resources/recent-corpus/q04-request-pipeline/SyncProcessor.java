package org.quorumkit.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;

/** Logs requests and flushes them in batches. */
class SyncProcessor extends Thread {

    private final LinkedBlockingQueue<Request> queued = new LinkedBlockingQueue<>();
    private final Queue<Request> toFlush = new ArrayDeque<>(1000);
    private int logCount;
    private long flushes;

    SyncProcessor() {
        super("SyncProcessor");
    }

    void processRequest(Request r) {
        queued.add(r);
    }

    @Override
    public void run() {
        try {
            for (;;) {
                Request r = toFlush.isEmpty() ? queued.take() : queued.poll();
                if (r == Request.DEATH) {
                    break;
                }
                if (r == null) {
                    flush();
                    continue;
                }
                if (append(r)) {
                    logCount++;
                    if (logCount > 5000) {
                        logCount = 0;
                    }
                }
                toFlush.add(r);
                if (toFlush.size() > 1000) {
                    flush();
                }
            }
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean append(Request r) {
        return r.errorCode == 0;
    }

    private void flush() {
        flushes++;
        while (!toFlush.isEmpty()) {
            Request r = toFlush.remove();
            r.errorCode = r.errorCode == 0 ? 1 : r.errorCode;
        }
    }
}
