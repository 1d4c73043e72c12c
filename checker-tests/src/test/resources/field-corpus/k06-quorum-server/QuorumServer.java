package k06;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/** Front of the request pipeline of one replica. */
public class QuorumServer {
    private volatile int requestsInProcess;
    private final AtomicLong hzxid = new AtomicLong(0);
    private final RequestProcessor firstProcessor;
    private final Deque<ChangeRecord> outstandingChanges = new ArrayDeque<>();
    private final int globalOutstandingLimit;

    public QuorumServer(RequestProcessor first, int limit) {
        this.firstProcessor = first;
        this.globalOutstandingLimit = limit;
    }

    /** Called by the selector threads. */
    public void submitRequest(Request si) {
        incInProcess();
        firstProcessor.processRequest(si);
    }

    public synchronized void incInProcess() {
        requestsInProcess++; // RACE rmw #1
    }

    /** The commit processor and the read workers call it when the reply is out. */
    public void decInProcess() {
        requestsInProcess--; // RACE rmw #1
    }

    public boolean shouldThrottle(long outstandingOfConnection) {
        if (globalOutstandingLimit < requestsInProcess) {
            return outstandingOfConnection > 0;
        }
        return false;
    }

    long getNextZxid() {
        return hzxid.incrementAndGet();
    }

    void setZxid(long zxid) {
        hzxid.set(zxid);
    }

    void addChangeRecord(ChangeRecord c) {
        synchronized (outstandingChanges) {
            outstandingChanges.add(c);
        }
    }

    void commit(long zxid) {
        synchronized (outstandingChanges) {
            while (!outstandingChanges.isEmpty() && outstandingChanges.peek().zxid <= zxid) {
                outstandingChanges.remove();
            }
        }
    }

    interface RequestProcessor {
        void processRequest(Request r);
    }

    static final class Request {
        final long sessionId;
        final int type;

        Request(long sessionId, int type) {
            this.sessionId = sessionId;
            this.type = type;
        }
    }

    static final class ChangeRecord {
        final long zxid;
        final String path;

        ChangeRecord(long zxid, String path) {
            this.zxid = zxid;
            this.path = path;
        }
    }
}
