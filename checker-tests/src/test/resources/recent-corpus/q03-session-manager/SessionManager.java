package net.harborweb.session;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the sessions of one web application; called from the connector's worker threads. */
public class SessionManager {

    private final Map<String, Session> sessions = new ConcurrentHashMap<String, Session>();
    private final AtomicLong sessionCounter = new AtomicLong(0);
    private final Object maxAliveLock = new Object();
    private final Random random = new Random();

    protected volatile int sessionMaxAliveTime;
    protected volatile int maxActive = 0;
    protected int rejectedSessions = 0;
    protected long expiredSessions = 0;
    protected int maxActiveSessions = -1;
    private int duplicates;

    public Session createSession(String sessionId) {
        if (maxActiveSessions >= 0 && sessions.size() >= maxActiveSessions) { // MAYBE
            rejectedSessions++; // RACE rmw
            throw new IllegalStateException("createSession: Too many active sessions");
        }
        String id = sessionId;
        if (id == null) {
            id = generateSessionId();
        }
        Session session = new Session(this, id);
        add(session); // MAYBE
        sessionCounter.incrementAndGet();
        return session;
    }

    protected void add(Session session) {
        sessions.put(session.getId(), session); // MAYBE
        int size = sessions.size();
        if (size > maxActive) {
            synchronized (maxAliveLock) {
                if (size > maxActive) {
                    maxActive = size;
                }
            }
        }
    }

    public Session findSession(String id) {
        return id == null ? null : sessions.get(id);
    }

    void remove(Session session, boolean expired) {
        if (expired) {
            int alive = (int) ((System.currentTimeMillis() - session.getCreationTime()) / 1000);
            updateSessionMaxAliveTime(alive);
            expiredSessions++; // RACE rmw
        }
        sessions.remove(session.getId());
    }

    private void updateSessionMaxAliveTime(int alive) {
        if (alive > sessionMaxAliveTime) {
            synchronized (maxAliveLock) {
                if (alive > sessionMaxAliveTime) {
                    sessionMaxAliveTime = alive;
                }
            }
        }
    }

    private String generateSessionId() {
        String result;
        do {
            result = Long.toHexString(random.nextLong());
            if (sessions.containsKey(result)) {
                noteDuplicate();
            }
        } while (sessions.containsKey(result));
        return result;
    }

    private synchronized void noteDuplicate() {
        duplicates++;
    }

    public synchronized int getDuplicates() {
        return duplicates;
    }

    /** Called by the container's background thread. */
    public void backgroundProcess() {
        long now = System.currentTimeMillis();
        for (Session s : sessions.values()) {
            s.expireIfIdle(now);
        }
    }
}
