package chat.presence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is online with how many devices. Sockets call in from many threads. */
public class PresenceService {
    private final Map<String, Integer> devices = Collections.synchronizedMap(new HashMap<String, Integer>());
    private final Map<String, Integer> invisible = Collections.synchronizedMap(new HashMap<String, Integer>());
    private final List<String> log = Collections.synchronizedList(new ArrayList<String>());

    public boolean login(String user) {
        Integer n = devices.get(user); // RACE check-then-act #1
        devices.put(user, n == null ? 1 : n + 1); // RACE check-then-act #1
        log.add("+" + user);
        return n == null;
    }

    public void logout(String user) {
        synchronized (devices) {
            Integer n = devices.get(user);
            if (n == null) {
                return;
            }
            if (n == 1) {
                devices.remove(user);
            } else {
                devices.put(user, n - 1);
            }
        }
        log.add("-" + user);
    }

    public void hide(String user) {
        invisible.merge(user, 1, Integer::sum);
    }

    public void show(String user) {
        invisible.computeIfPresent(user, (u, n) -> n > 1 ? n - 1 : null);
    }

    public List<String> drainLog() {
        List<String> out = new ArrayList<>(log); // RACE check-then-act #2
        log.clear(); // RACE check-then-act #2
        return out;
    }

    public List<String> tail(int n) {
        synchronized (log) {
            int from = Math.max(0, log.size() - n);
            return new ArrayList<>(log.subList(from, log.size()));
        }
    }
}
