package push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sessions by user; a user may be connected several times. */
@Component
public class PushSessionRegistry {

    private final Map<String, Set<BufferedPushSession>> sessions = new ConcurrentHashMap<>();
    private final Object monitor = new Object();

    public void connected(String user, BufferedPushSession session) {
        synchronized (monitor) {
            Set<BufferedPushSession> old = sessions.getOrDefault(user, Set.of());
            Set<BufferedPushSession> copy = new HashSet<>(old);
            copy.add(session);
            sessions.put(user, copy);
        }
    }

    public void disconnected(String user, BufferedPushSession session) {
        synchronized (monitor) {
            Set<BufferedPushSession> old = sessions.get(user);
            if (old == null) {
                return;
            }
            Set<BufferedPushSession> copy = new HashSet<>(old);
            if (copy.remove(session)) {
                if (copy.isEmpty()) {
                    sessions.remove(user);
                } else {
                    sessions.put(user, copy);
                }
            }
        }
        session.close();
    }

    public int push(String user, String message) {
        Set<BufferedPushSession> targets = sessions.getOrDefault(user, Set.of());
        for (BufferedPushSession s : targets) {
            s.send(message);
        }
        return targets.size();
    }

    /** Moves the sessions of an anonymous user to the account that has logged in. */
    public void promote(String anonymous, String account) {
        Set<BufferedPushSession> moved = sessions.remove(anonymous);
        if (moved != null) {
            Set<BufferedPushSession> all = new HashSet<>(sessions.getOrDefault(account, Set.of()));
            all.addAll(moved);
            sessions.put(account, all); // RACE wrong-lock #2
        }
    }

    public List<String> users() {
        return new ArrayList<>(sessions.keySet());
    }
}
