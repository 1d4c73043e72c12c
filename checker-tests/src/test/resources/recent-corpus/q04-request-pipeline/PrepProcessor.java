package org.quorumkit.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * First of the chain of processors. Requests of all connections are queued and get their transaction
 * number here.
 */
class PrepProcessor extends Thread {

    private static final Logger LOG = Logger.getLogger(PrepProcessor.class.getName());

    private final BlockingQueue<Request> submitted = new LinkedBlockingQueue<>();
    private final SyncProcessor next;
    private final Map<String, Integer> outstanding = new HashMap<>();
    private long hzxid;
    private int failures;

    PrepProcessor(SyncProcessor next, long lastZxid) {
        super("PrepProcessor");
        this.next = next;
        this.hzxid = lastZxid;
    }

    void processRequest(Request r) {
        submitted.add(r);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Request r = submitted.take();
                if (r == Request.DEATH) {
                    break;
                }
                prepare(r);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "interrupted", e);
        }
        LOG.info("PrepProcessor exited loop, failures=" + failures);
        next.processRequest(Request.DEATH);
    }

    private void prepare(Request r) {
        r.zxid = nextZxid();
        try {
            addChange(r.path);
        } catch (IllegalArgumentException e) {
            failures++;
            r.errorCode = -8;
        }
        next.processRequest(r);
    }

    private long nextZxid() {
        return ++hzxid;
    }

    private void addChange(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(path);
        }
        Integer n = outstanding.get(path);
        if (n == null) {
            outstanding.put(path, 1);
        } else {
            outstanding.put(path, n + 1);
        }
    }
}
