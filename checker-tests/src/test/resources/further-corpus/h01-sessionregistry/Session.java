package sessionregistry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client session. Sessions are shared by all the requests a browser has in flight.
 */
public class Session {

    private final String id;
    private final long creationTime;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final AtomicInteger accessCount = new AtomicInteger();
    private volatile long lastAccessed;
    private volatile boolean valid = true;
    private boolean expiring;

    Session(String id, long now) {
        this.id = id;
        this.creationTime = now;
        this.lastAccessed = now;
    }

    public String getId() {
        return id;
    }

    public long getCreationTime() {
        return creationTime;
    }

    public void access(long now) {
        lastAccessed = now;
        accessCount.incrementAndGet();
    }

    public void endAccess() {
        accessCount.decrementAndGet();
    }

    public boolean isIdle(long now, long timeout) {
        return accessCount.get() == 0 && now - lastAccessed > timeout;
    }

    public boolean isValid() {
        return valid;
    }

    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    public Object setAttribute(String name, Object value) {
        return attributes.put(name, value);
    }

    boolean expire() {
        if (!valid) {
            return false;
        }
        synchronized (this) {
            if (expiring || !valid) {
                return false;
            }
            expiring = true;
            attributes.clear();
            valid = false;
            expiring = false;
            return true;
        }
    }
}
