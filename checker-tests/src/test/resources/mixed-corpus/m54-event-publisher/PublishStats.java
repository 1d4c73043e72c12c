package publisher;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Statistics per topic; shared by publishers and the completion callbacks. */
public class PublishStats {

    private final Map<String, long[]> byTopic = new HashMap<>();
    private volatile long acknowledgedBytes;
    private volatile int inFlightPeak;
    private int inFlight;

    void sent(String topic) {
        synchronized (byTopic) {
            cell(topic)[0]++;
            inFlight++;
            if (inFlight > inFlightPeak) {
                inFlightPeak = inFlight;
            }
        }
    }

    /** Only the I/O thread acknowledges. */
    void acknowledged(String topic, int bytes) {
        acknowledgedBytes += bytes; // MAYBE
        synchronized (byTopic) {
            cell(topic)[1]++;
            inFlight--;
        }
    }

    void failed(String topic) {
        long[] cell;
        synchronized (byTopic) {
            cell = cell(topic);
            inFlight--;
        }
        cell[2]++;  // MAYBE
    }

    private long[] cell(String topic) {
        return byTopic.computeIfAbsent(topic, t -> new long[3]);
    }

    public Map<String, long[]> snapshotAndReset() {
        synchronized (byTopic) {
            Map<String, long[]> copy = new TreeMap<>(byTopic);
            byTopic.clear();
            return copy;
        }
    }

    public long acknowledgedBytes() {
        return acknowledgedBytes;
    }

    public int inFlightPeak() {
        return inFlightPeak;
    }
}
