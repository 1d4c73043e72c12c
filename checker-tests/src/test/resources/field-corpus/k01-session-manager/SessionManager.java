package k01;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Keeps the HTTP sessions of one web application context. */
public class SessionManager implements Runnable {

    private final Map<String, WebSession> sessions = new ConcurrentHashMap<>();
    private final String contextPath;
    private int maxInactiveSeconds = 1800;

    /** Number of sessions created since the context started. */
    protected long sessionCounter = 0;

    /** High-water mark of concurrently active sessions. */
    protected volatile int maxActive = 0;

    protected long expiredSessions = 0;

    /** Only the container background thread passes here. */
    private int backgroundPasses = 0;

    private volatile boolean started;
    private Thread backgroundThread;

    public SessionManager(String contextPath) {
        this.contextPath = contextPath;
    }

    public void start() {
        started = true;
        backgroundThread = new Thread(this, "ContainerBackground[" + contextPath + "]");
        backgroundThread.setDaemon(true);
        backgroundThread.start();
    }

    public void stop() throws InterruptedException {
        started = false;
        backgroundThread.interrupt();
        backgroundThread.join();
    }

    public WebSession createSession() {
        WebSession s = new WebSession(UUID.randomUUID().toString(), System.currentTimeMillis());
        s.setMaxInactiveInterval(maxInactiveSeconds);
        sessions.put(s.getId(), s);
        sessionCounter++; // RACE rmw #1
        int active = sessions.size();
        if (active > maxActive) { // RACE check-then-act #2
            maxActive = active; // RACE check-then-act #2
        }
        return s;
    }

    public WebSession findSession(String id) {
        WebSession s = id == null ? null : sessions.get(id);
        if (s != null && !s.isValid(System.currentTimeMillis())) {
            remove(s);
            return null;
        }
        return s;
    }

    void remove(WebSession s) {
        if (sessions.remove(s.getId(), s)) {
            expiredSessions += 1; // RACE rmw #3
        }
    }

    @Override
    public void run() {
        while (started) {
            try {
                TimeUnit.SECONDS.sleep(10);
            } catch (InterruptedException e) {
                break;
            }
            if (++backgroundPasses % 6 == 0) {
                backgroundPasses = 0;
                processExpires();
            }
        }
    }

    private void processExpires() {
        long now = System.currentTimeMillis();
        for (WebSession s : sessions.values()) {
            if (!s.isValid(now)) {
                remove(s);
            }
        }
    }

    public long getSessionCounter() {
        return sessionCounter;
    }

    public int getMaxActive() {
        return maxActive;
    }

    public long getExpiredSessions() {
        return expiredSessions;
    }
}
