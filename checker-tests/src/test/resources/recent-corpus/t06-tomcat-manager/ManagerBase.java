package org.example.catalina.session;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Session manager of one web application. */
public class ManagerBase {

    private static final Logger log = Logger.getLogger(ManagerBase.class.getName());

    protected final Map<String, StandardSession> sessions = new ConcurrentHashMap<String, StandardSession>();
    private final SecureRandom random = new SecureRandom();
    private final Object maxActiveUpdateLock = new Object();

    protected int maxActiveSessions = -1;
    protected volatile int maxActive = 0;
    protected int sessionCounter = 0;
    protected int rejectedSessions = 0;
    protected int duplicates = 0;
    protected long expiredSessions = 0;
    private int count = 0;
    private int processExpiresFrequency = 6;

    /** Invoked by the connector's request threads through Request.getSession(). */
    public StandardSession createSession() {
        if (maxActiveSessions >= 0 && sessions.size() >= maxActiveSessions) { // MAYBE
            rejectedSessions++; // RACE rmw
            throw new IllegalStateException("createSession: Too many active sessions");
        }
        StandardSession session = new StandardSession(this, generateSessionId());
        sessionCounter++; // RACE rmw
        add(session); // MAYBE
        return session;
    }

    protected void add(StandardSession session) {
        sessions.put(session.getId(), session); // MAYBE
        int size = sessions.size();
        if (size > maxActive) {
            synchronized (maxActiveUpdateLock) {
                if (size > maxActive) {
                    maxActive = size;
                }
            }
        }
    }

    void remove(StandardSession session) {
        sessions.remove(session.getId());
        expiredSessions++; // RACE rmw
    }

    protected synchronized String generateSessionId() {
        String id;
        do {
            id = Long.toHexString(random.nextLong());
            if (sessions.containsKey(id)) {
                duplicates++;
            }
        } while (sessions.containsKey(id));
        return id;
    }

    /** Called by the container's background thread. */
    public void backgroundProcess() {
        count = (count + 1) % processExpiresFrequency;
        if (count == 0) {
            int expireHere = 0;
            for (StandardSession s : sessions.values()) {
                if (!s.isValid()) {
                    expireHere++;
                }
            }
            log.fine("End expire sessions " + expireHere);
        }
    }
}
