package org.catalpa.session;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the sessions of one context. Called by the request processors, and by the background
 * thread of the engine (see {@link #backgroundProcess()}).
 */
public abstract class BaseManager {

    protected final Map<String, HttpSessionImpl> sessions = new ConcurrentHashMap<>();

    /** How many sessions were ever created here. */
    protected long sessionCounter = 0;

    protected volatile int maxActive = 0;

    private final Object maxActiveUpdateLock = new Object();

    private volatile int peak = 0;

    protected final AtomicInteger expiredSessions = new AtomicInteger();

    protected volatile int duplicates = 0;

    private int count = 0;

    protected int processExpiresFrequency = 6;

    public HttpSessionImpl createSession(String requestedId) {
        HttpSessionImpl session = createEmptySession();
        String id = requestedId;
        if (id == null) {
            id = generateSessionId();
        }
        session.setId(id);
        add(session);
        sessionCounter++; // RACE rmw
        return session;
    }

    protected abstract HttpSessionImpl createEmptySession();

    protected String generateSessionId() {
        String result;
        do {
            result = Long.toHexString(Double.doubleToLongBits(Math.random()));
            if (sessions.containsKey(result)) {
                duplicates++; // RACE rmw
            }
        } while (sessions.containsKey(result)); // MAYBE
        return result;
    }

    public void add(HttpSessionImpl session) {
        sessions.put(session.getId(), session); // MAYBE
        int size = sessions.size();
        if (size > maxActive) {
            synchronized (maxActiveUpdateLock) {
                if (size > maxActive) {
                    maxActive = size;
                }
            }
        }
        if (size > peak) { // RACE check-then-act #1
            peak = size; // RACE check-then-act #1
        }
    }

    public void remove(HttpSessionImpl session, boolean expired) {
        if (sessions.remove(session.getId()) != null && expired) {
            expiredSessions.incrementAndGet();
        }
    }

    /** Invoked by the one container background thread only. */
    public void backgroundProcess() {
        count = (count + 1) % processExpiresFrequency;
        if (count == 0) {
            processExpires();
        }
    }

    private void processExpires() {
        long now = System.currentTimeMillis();
        int expireHere = 0;
        for (HttpSessionImpl s : sessions.values()) {
            if (!s.isValid(now)) {
                remove(s, true);
                expireHere++;
            }
        }
        if (expireHere > 0) {
            log("expired " + expireHere + " of " + (sessions.size() + expireHere));
        }
    }

    protected void log(String s) {
        System.err.println(s);
    }

    public Map<String, Integer> status() {
        Map<String, Integer> m = new HashMap<>();
        m.put("active", sessions.size());
        m.put("maxActive", maxActive);
        m.put("peak", peak);
        return m;
    }
}
