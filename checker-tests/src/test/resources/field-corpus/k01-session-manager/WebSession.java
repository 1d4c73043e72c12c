package k01;

import java.util.concurrent.atomic.AtomicInteger;

public class WebSession {
    private final String id;
    private final long creationTime;
    private volatile long lastAccessed;
    private final AtomicInteger accessCount = new AtomicInteger();
    private int maxInactiveInterval;

    WebSession(String id, long creationTime) {
        this.id = id;
        this.creationTime = creationTime;
        this.lastAccessed = creationTime;
    }

    public String getId() {
        return id;
    }

    void setMaxInactiveInterval(int seconds) {
        this.maxInactiveInterval = seconds;
    }

    public void access() {
        lastAccessed = System.currentTimeMillis();
        accessCount.incrementAndGet();
    }

    public void endAccess() {
        accessCount.decrementAndGet();
    }

    boolean isValid(long now) {
        if (accessCount.get() > 0) {
            return true;
        }
        return now - lastAccessed < maxInactiveInterval * 1000L;
    }

    public long age(long now) {
        return now - creationTime;
    }
}
