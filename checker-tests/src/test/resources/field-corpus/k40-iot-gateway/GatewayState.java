package k40;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class GatewayState {
    private final Map<String, DeviceSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final Map<String, Integer> missedBeats = new HashMap<>();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);
    private long totalBytes;
    private int totalGaps;

    public void start() {
        timers.scheduleAtFixedRate(this::checkHeartbeats, 10, 10, TimeUnit.SECONDS);
    }

    public void connect(String deviceId) {
        DeviceSession s = new DeviceSession(deviceId, this);
        if (sessions.putIfAbsent(deviceId, s) == null) {
            Thread t = new Thread(s, "device-" + deviceId);
            threads.put(deviceId, t);
            t.start();
        }
    }

    void frame(String deviceId, byte[] frame) {
        totalBytes += frame.length; // RACE rmw #1
        missedBeats.remove(deviceId); // RACE unsafe-collection #2
    }

    void sessionEnded(String deviceId, int gaps) {
        synchronized (this) {
            totalGaps += gaps;
        }
        sessions.remove(deviceId);
        threads.remove(deviceId);
    }

    private void checkHeartbeats() {
        for (String id : sessions.keySet()) {
            int missed = missedBeats.merge(id, 1, Integer::sum); // RACE unsafe-collection #2
            if (missed > 3) {
                Thread t = threads.get(id);
                if (t != null) {
                    t.interrupt();
                }
            }
        }
    }

    public synchronized String summary() {
        return totalBytes + " bytes, " + totalGaps + " gaps";
    }
}
