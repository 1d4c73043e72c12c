package reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects received and deleted blocks until the service actor reports them to the name node.
 * Transceiver threads add, one actor thread per name service sends.
 */
public class IncrementalReportManager {

    private final Map<String, PerStorage> pending = new HashMap<>();
    private final ReportClient client;
    private final long intervalMillis;
    private volatile long lastReport;
    private boolean readyToSend;
    private int resent;

    public IncrementalReportManager(ReportClient client, long intervalMillis) {
        this.client = client;
        this.intervalMillis = intervalMillis;
    }

    /** Notes a block; called by transceiver threads. */
    public synchronized void add(String storage, long block, boolean deleted, boolean urgent) {
        for (PerStorage other : pending.values()) {
            if (!other.storage.equals(storage)) {
                other.remove(block);
            }
        }
        perStorage(storage).put(block, deleted);
        if (urgent) {
            readyToSend = true;
            notifyAll();
        }
    }

    private PerStorage perStorage(String storage) {
        PerStorage s = pending.get(storage);
        if (s == null) {
            s = new PerStorage(storage);
            pending.put(storage, s); // RACE wrong-lock #1
        }
        return s;
    }

    public synchronized void waitUntilReady(long until) throws InterruptedException {
        long left;
        while (!readyToSend && (left = until - System.currentTimeMillis()) > 0) {
            wait(left);
        }
    }

    private synchronized List<Report> drain() {
        List<Report> reports = new ArrayList<>(pending.size());
        for (PerStorage s : pending.values()) {
            if (!s.isEmpty()) {
                reports.add(new Report(s.storage, s.removeAll()));
            }
        }
        readyToSend = false;
        return reports;
    }

    /** Sends what is pending; what could not be sent becomes pending again. */
    public void send() {
        List<Report> reports = drain();
        if (reports.isEmpty()) {
            return;
        }
        boolean ok = false;
        try {
            client.report(reports);
            lastReport = System.currentTimeMillis();
            ok = true;
        } finally {
            if (!ok) {
                putBack(reports);
            }
        }
    }

    private void putBack(List<Report> reports) {
        synchronized (pending) {
            for (Report r : reports) {
                PerStorage s = perStorage(r.storage()); // RACE wrong-lock #1
                int n = s.putMissing(r.blocks()); // RACE wrong-lock #1
                resent += n;
            }
            readyToSend = true; // RACE wrong-lock #1
        }
    }

    public boolean isDue() {
        return System.currentTimeMillis() - lastReport >= intervalMillis;
    }

    /** Drops everything, e.g. when the node registers anew. */
    public void clear() {
        synchronized (this) {
            pending.clear();
            readyToSend = false;
        }
    }

    /** Connection to the name node. */
    public interface ReportClient {
        void report(List<Report> reports);
    }

    /** Blocks of a storage: number to deleted. */
    public record Report(String storage, Map<Long, Boolean> blocks) {
    }
}
