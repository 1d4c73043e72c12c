package acker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Statistics over all ackers of a worker process. */
public class AckerStats {

    private final Map<String, Long> acked = new HashMap<>();
    private final Map<String, Long> failed = new HashMap<>();
    private final AtomicLong expired = new AtomicLong();

    void acked(String spout) {
        synchronized (acked) {
            acked.merge(spout, 1L, Long::sum);
        }
    }

    void failed(String spout) {
        synchronized (acked) {
            failed.merge(spout, 1L, Long::sum); // RACE wrong-lock #1
        }
    }

    void expired() {
        expired.incrementAndGet();
    }

    /** Called by the metrics reporter. */
    public Map<String, Long> drainFailed() {
        Map<String, Long> copy;
        synchronized (failed) {
            copy = new HashMap<>(failed);
            failed.clear(); // RACE wrong-lock #1
        }
        return copy;
    }

    public Map<String, Long> drainAcked() {
        synchronized (acked) {
            Map<String, Long> copy = new HashMap<>(acked);
            acked.clear();
            return copy;
        }
    }
}
