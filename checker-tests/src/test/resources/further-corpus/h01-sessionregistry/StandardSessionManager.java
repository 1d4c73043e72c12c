package sessionregistry;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the sessions of one web application. Request threads call this class concurrently;
 * {@link #backgroundProcess()} is called by the container's only background thread.
 */
public class StandardSessionManager {

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicLong expiredSessions = new AtomicLong();
    private final Object maxActiveUpdateLock = new Object();
    private final SecureRandom random = new SecureRandom();

    private volatile int maxActive;
    private volatile int rejectedSessions;
    private volatile long sessionMaxAliveTime;
    private int maxActiveSessions = -1;
    private long timeoutMillis = 30 * 60_000L;
    private int processExpiresFrequency = 6;
    private int count;

    public StandardSessionManager(int maxActiveSessions) {
        this.maxActiveSessions = maxActiveSessions;
    }

    public Session createSession() {
        if (maxActiveSessions >= 0 && sessions.size() >= maxActiveSessions) { // MAYBE
            rejectedSessions++; // RACE read-modify-write #1
            throw new IllegalStateException("Too many active sessions: " + maxActiveSessions);
        }
        long now = System.currentTimeMillis();
        Session session;
        do {
            session = new Session(generateId(), now);
        } while (sessions.putIfAbsent(session.getId(), session) != null);

        int size = sessions.size();
        if (size > maxActive) {
            synchronized (maxActiveUpdateLock) {
                if (size > maxActive) {
                    maxActive = size;
                }
            }
        }
        return session;
    }

    public Session findSession(String id) {
        return id == null ? null : sessions.get(id);
    }

    public void remove(Session session, boolean expired) {
        sessions.remove(session.getId());
        if (expired) {
            expiredSessions.incrementAndGet();
            updateSessionMaxAliveTime(System.currentTimeMillis() - session.getCreationTime());
        }
    }

    public void invalidate(String id) {
        Session session = sessions.get(id);
        if (session != null && session.expire()) {
            remove(session, true);
        }
    }

    private void updateSessionMaxAliveTime(long alive) {
        if (alive > sessionMaxAliveTime) { // RACE check-then-act #2
            sessionMaxAliveTime = alive; // RACE check-then-act #2
        }
    }

    public void backgroundProcess() {
        count = (count + 1) % processExpiresFrequency;
        if (count == 0) {
            long now = System.currentTimeMillis();
            for (Session session : sessions.values()) {
                if (session.isIdle(now, timeoutMillis) && session.expire()) {
                    remove(session, true);
                }
            }
        }
    }

    private String generateId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        StringBuilder sb = new StringBuilder(32);
        for (byte b : bytes) {
            sb.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return sb.toString();
    }

    public int getMaxActive() {
        return maxActive;
    }

    public int getRejectedSessions() {
        return rejectedSessions;
    }

    public long getExpiredSessions() {
        return expiredSessions.get();
    }

    public long getSessionMaxAliveTime() {
        return sessionMaxAliveTime;
    }
}
