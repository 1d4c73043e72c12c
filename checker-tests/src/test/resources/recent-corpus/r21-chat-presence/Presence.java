package r21chatpresence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who is in which room. Used by the connection threads of the chat server without further locking.
 */
public class Presence {

    private final Map<String, List<String>> rooms = Collections.synchronizedMap(new HashMap<>());
    private final Map<String, Integer> devices = Collections.synchronizedMap(new HashMap<>());
    private final Map<String, Integer> unread = Collections.synchronizedMap(new HashMap<>());
    private final Map<String, List<String>> topics = new ConcurrentHashMap<>();

    public void enter(String room, String user) {
        List<String> members = rooms.get(room); // RACE check-then-act #1
        if (members == null) {
            members = Collections.synchronizedList(new ArrayList<>());
            rooms.put(room, members); // RACE check-then-act #1
        }
        members.add(user);
    }

    public void follow(String topic, String user) {
        List<String> followers = topics.get(topic);
        if (followers == null) {
            List<String> created = new CopyOnWriteArrayList<>();
            followers = topics.putIfAbsent(topic, created);
            if (followers == null) {
                followers = created;
            }
        }
        followers.add(user);
    }

    public boolean connect(String user) {
        synchronized (devices) {
            Integer n = devices.get(user);
            devices.put(user, n == null ? 1 : n + 1);
            return n == null;
        }
    }

    public boolean disconnect(String user) {
        synchronized (devices) {
            int n = devices.getOrDefault(user, 0) - 1;
            if (n <= 0) {
                devices.remove(user);
                return true;
            }
            devices.put(user, n);
            return false;
        }
    }

    public void deliver(String user) {
        unread.merge(user, 1, Integer::sum);
    }

    public void read(String user, int messages) {
        unread.computeIfPresent(user, (u, n) -> n > messages ? n - messages : null);
    }

    public List<String> members(String room) {
        List<String> members = rooms.get(room);
        if (members == null) {
            return List.of();
        }
        synchronized (members) {
            return List.copyOf(members);
        }
    }
}
