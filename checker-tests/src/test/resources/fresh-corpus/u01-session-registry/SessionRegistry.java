package com.harbor.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tracks the live sessions of one web application. Registered in web.xml. */
public class SessionRegistry implements HttpSessionListener {
    private static final Logger LOG = Logger.getLogger(SessionRegistry.class.getName());

    private final ConcurrentMap<String, HttpSession> sessions = new ConcurrentHashMap<>();
    private final Object maxAliveLock = new Object();

    private volatile int maxActive;
    private volatile long maxAliveMillis;
    private long expired;
    private String nodeName = "local";

    public SessionRegistry() {
        String configured = System.getProperty("harbor.node");
        if (configured != null) {
            nodeName = configured;
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        sessions.put(session.getId(), session);
        int active = sessions.size();
        if (active > maxActive) { // RACE atomic-compound #1
            maxActive = active; // RACE atomic-compound #1
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        if (sessions.remove(session.getId()) == null) {
            LOG.log(Level.FINE, "unknown session {0} on {1}", new Object[] {session.getId(), nodeName});
            return;
        }
        long alive = session.getLastAccessedTime() - session.getCreationTime();
        if (alive > maxAliveMillis) {
            synchronized (maxAliveLock) {
                if (alive > maxAliveMillis) {
                    maxAliveMillis = alive;
                }
            }
        }
        expired++; // RACE rmw
    }

    public int getActive() {
        return sessions.size();
    }

    public int getMaxActive() {
        return maxActive;
    }

    public long getMaxAliveMillis() {
        return maxAliveMillis;
    }

    public long getExpired() {
        return expired;
    }
}
