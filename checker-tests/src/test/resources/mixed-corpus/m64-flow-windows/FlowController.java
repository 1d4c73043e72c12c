package flow;

import java.util.HashMap;
import java.util.Map;

/**
 * Send windows of a multiplexed connection. Streams write from their own threads; window updates
 * come from the reader thread. The controller is the lock of all windows.
 */
public class FlowController {

    private final Map<Integer, StreamWindow> streams = new HashMap<>();
    private long connectionWindow = 65_535;
    private int initialStreamWindow = 65_535;
    private long stalls;

    public StreamWindow open(int id) {
        StreamWindow w;
        synchronized (this) {
            w = new StreamWindow(this, id, initialStreamWindow);
            streams.put(id, w);
        }
        return w;
    }

    public synchronized void close(int id) {
        streams.remove(id);
        notifyAll();
    }

    /** Waits until something may be sent; returns how much. */
    int take(StreamWindow stream, int wanted) throws InterruptedException {
        synchronized (this) {
            while (connectionWindow <= 0 || stream.available <= 0) {
                if (!streams.containsKey(stream.id)) {
                    return -1;
                }
                stalls++;
                wait();
            }
            int n = (int) Math.min(wanted, Math.min(connectionWindow, stream.available));
            connectionWindow -= n;
            stream.available -= n;
            return n;
        }
    }

    public void onConnectionUpdate(int delta) {
        synchronized (this) {
            connectionWindow += delta;
            notifyAll();
        }
    }

    public void onStreamUpdate(int id, int delta) {
        StreamWindow w;
        synchronized (this) {
            w = streams.get(id);
        }
        if (w != null) {
            w.update(delta);
        }
    }

    /** New initial window of the peer's settings; applies to open streams, too. */
    public synchronized void onSettings(int initial) {
        int delta = initial - initialStreamWindow;
        initialStreamWindow = initial;
        for (StreamWindow w : streams.values()) {
            w.available += delta;
        }
        if (delta > 0) {
            notifyAll();
        }
    }

    /** Gives unsent bytes of a reset stream back to the connection. */
    void giveBack(StreamWindow stream, int n) {
        synchronized (stream) {
            stream.available += n; // RACE wrong-lock #1
            connectionWindow += n; // RACE wrong-lock #1
        }
        synchronized (this) {
            notifyAll();
        }
    }

    public synchronized long stalls() {
        return stalls;
    }
}
