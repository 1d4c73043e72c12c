package org.example.catalina.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class StandardSession {

    private final ManagerBase manager;
    private final String id;
    private final Map<String, Object> attributes = new ConcurrentHashMap<String, Object>();
    private final List<Runnable> listeners = new ArrayList<Runnable>();
    private final AtomicInteger accessCount = new AtomicInteger();
    protected volatile boolean expiring = false;
    protected volatile boolean isValid = true;
    protected volatile long lastAccessedTime = System.currentTimeMillis();
    protected int maxInactiveInterval = 1800;

    StandardSession(ManagerBase manager, String id) {
        this.manager = manager;
        this.id = id;
    }

    public String getId() {
        return id;
    }

    public void access() {
        lastAccessedTime = System.currentTimeMillis();
        accessCount.incrementAndGet();
    }

    public void endAccess() {
        accessCount.decrementAndGet();
    }

    public boolean isValid() {
        if (!isValid || expiring) {
            return isValid;
        }
        if (accessCount.get() > 0) {
            return true;
        }
        if (System.currentTimeMillis() - lastAccessedTime >= maxInactiveInterval * 1000L) {
            expire();
        }
        return isValid;
    }

    public void expire() {
        if (expiring || !isValid) { // RACE check-then-act #1
            return;
        }
        expiring = true; // RACE check-then-act #1
        List<Runnable> copy;
        synchronized (listeners) {
            copy = new ArrayList<Runnable>(listeners);
        }
        for (Runnable l : copy) {
            l.run();
        }
        manager.remove(this);
        isValid = false;
        attributes.clear();
        expiring = false;
    }

    public void addSessionListener(Runnable l) {
        synchronized (listeners) {
            listeners.add(l);
        }
    }
}
