package websession;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All sessions of a web application. */
public class SessionManager {

    private final Map<String, ManagedSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final SessionStats stats = new SessionStats();
    private volatile int maxActive;

    /** Creates the session of a browser unless there is one. */
    public ManagedSession getOrCreate(String id, long now) {
        while (true) {
            ManagedSession s = sessions.get(id);
            if (s == null) {
                s = new ManagedSession(this, id);
                ManagedSession other = sessions.putIfAbsent(id, s);
                if (other == null) {
                    created.incrementAndGet();
                    int active = sessions.size();
                    if (active > maxActive) { // RACE check-then-act #2
                        maxActive = active; // RACE check-then-act #2
                    }
                } else {
                    s = other;
                }
            }
            if (s.access(now)) {
                return s;
            }
            Thread.onSpinWait();
        }
    }

    void renamed(String old, String id, ManagedSession s) {
        sessions.put(id, s);
        sessions.remove(old, s);
    }

    void removed(ManagedSession s) {
        sessions.remove(s.id(), s);
        stats.removed();
    }

    void save(ManagedSession s) {
        stats.saved(s.id());
    }

    /** Run by the scavenger. */
    public int scavenge(long idleBefore) {
        List<ManagedSession> idle = new ArrayList<>();
        for (ManagedSession s : sessions.values()) {
            if (s.idleSince(idleBefore)) {
                idle.add(s);
            }
        }
        int n = 0;
        for (ManagedSession s : idle) {
            if (s.idleSince(idleBefore) && s.invalidate()) { // RACE split-lock #3
                n++;
            }
        }
        return n;
    }

    public int maxActive() {
        return maxActive;
    }
}
