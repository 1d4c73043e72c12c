package chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who is in which room. Called by the connections' threads. */
public class RoomDirectory {

    private final ConcurrentMap<String, Set<String>> members = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<String>> bans = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> messages = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> topics = new ConcurrentHashMap<>();

    public void join(String room, String user) {
        Set<String> banned = bans.get(room);
        if (banned != null && banned.contains(user)) {
            throw new SecurityException(user + " is banned from " + room);
        }
        members.computeIfAbsent(room, r -> ConcurrentHashMap.newKeySet()).add(user);
    }

    public void leave(String room, String user) {
        Set<String> inRoom = members.get(room);
        if (inRoom == null) {
            return;
        }
        inRoom.remove(user);
        if (inRoom.isEmpty()) { // RACE check-then-act #1
            members.remove(room); // RACE check-then-act #1
        }
    }

    public void ban(String room, String user) {
        bans.compute(room, (r, set) -> {
            Set<String> s = set == null ? ConcurrentHashMap.newKeySet() : set;
            s.add(user);
            return s;
        });
    }

    public void unban(String room, String user) {
        bans.computeIfPresent(room, (r, set) -> {
            set.remove(user);
            return set.isEmpty() ? null : set;
        });
    }

    public long countMessage(String room) {
        return messages.computeIfAbsent(room, r -> new AtomicLong()).incrementAndGet();
    }

    /** Sets the topic only when there is none. */
    public String defaultTopic(String room, String topic) {
        String old = topics.putIfAbsent(room, topic);
        return old == null ? topic : old;
    }

    /** Appends to the topic. */
    public void extendTopic(String room, String more) {
        String old = topics.get(room);
        if (old == null) {
            defaultTopic(room, more); // RACE check-then-act #2
            return;
        }
        topics.replace(room, old + " | " + more); // RACE check-then-act #2
    }

    public boolean changeTopic(String room, String expected, String topic) {
        return topics.replace(room, expected, topic);
    }

    public List<String> roomsOf(String user) {
        List<String> result = new ArrayList<>();
        members.forEach((room, users) -> {
            if (users.contains(user)) {
                result.add(room);
            }
        });
        return result;
    }
}
