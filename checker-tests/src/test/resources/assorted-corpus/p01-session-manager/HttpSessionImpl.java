package org.catalpa.session;

import java.util.concurrent.atomic.AtomicInteger;

public class HttpSessionImpl {
    private String id;
    private volatile long thisAccessedTime = System.currentTimeMillis();
    private volatile long lastAccessedTime = thisAccessedTime;
    private final AtomicInteger accessCount = new AtomicInteger();
    private final int maxInactiveInterval;

    public HttpSessionImpl(int maxInactiveInterval) {
        this.maxInactiveInterval = maxInactiveInterval;
    }

    public String getId() {
        return id;
    }

    void setId(String id) {
        this.id = id;
    }

    public void access() {
        thisAccessedTime = System.currentTimeMillis();
        accessCount.incrementAndGet();
    }

    public void endAccess() {
        lastAccessedTime = thisAccessedTime;
        thisAccessedTime = System.currentTimeMillis();
        accessCount.decrementAndGet();
    }

    boolean isValid(long now) {
        if (accessCount.get() > 0) {
            return true;
        }
        return (now - lastAccessedTime) / 1000 < maxInactiveInterval;
    }
}
