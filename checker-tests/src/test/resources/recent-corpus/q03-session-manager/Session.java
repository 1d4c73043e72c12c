package net.harborweb.session;

/** One user's session. */
public class Session {

    private final SessionManager manager;
    private final String id;
    private final long creationTime = System.currentTimeMillis();
    private volatile long lastAccessed = creationTime;
    private volatile boolean valid = true;
    private long accessCount;

    Session(SessionManager manager, String id) {
        this.manager = manager;
        this.id = id;
    }

    public String getId() {
        return id;
    }

    public long getCreationTime() {
        return creationTime;
    }

    public void access() {
        lastAccessed = System.currentTimeMillis();
        synchronized (this) {
            accessCount++;
        }
    }

    public synchronized long getAccessCount() {
        return accessCount;
    }

    void expireIfIdle(long now) {
        if (valid && now - lastAccessed > 1800_000L) {
            invalidate();
        }
    }

    /** May be called by the application or by the background thread. */
    public void invalidate() {
        if (!valid) {
            return;
        }
        synchronized (this) {
            if (!valid) {
                return;
            }
            valid = false;
        }
        manager.remove(this, true);
    }
}
