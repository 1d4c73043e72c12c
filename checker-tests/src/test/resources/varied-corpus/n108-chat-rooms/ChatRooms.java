package chat.rooms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rooms have their own monitors; the server object is shared by all connections. */
public class ChatRooms {
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private int online;
    private long messages;
    private int created;

    private final class Room {
        final String name;
        private final Set<String> members = new HashSet<>();
        private final List<String> log = new ArrayList<>();
        private int rejected;

        Room(String name) {
            this.name = name;
        }

        synchronized boolean enter(String who) {
            if (!members.add(who)) {
                return false;
            }
            online++; // RACE wrong-lock #1
            log.add(who + " enters");
            return true;
        }

        synchronized void leave(String who) {
            if (members.remove(who)) {
                log.add(who + " leaves");
                online--; // RACE wrong-lock #1
            }
        }

        synchronized boolean say(String who, String text) {
            if (!members.contains(who)) {
                rejected++;
                return false;
            }
            log.add(who + ": " + text);
            if (log.size() > 500) {
                log.subList(0, 100).clear();
            }
            synchronized (ChatRooms.this) {
                messages++;
            }
            return true;
        }

        synchronized int rejected() {
            return rejected;
        }
    }

    private Room room(String name) {
        return rooms.computeIfAbsent(name, n -> {
            synchronized (this) {
                created++;
            }
            return new Room(n);
        });
    }

    public boolean enter(String room, String who) {
        return room(room).enter(who);
    }

    public void leaveAll(String who) {
        for (Room r : rooms.values()) {
            r.leave(who);
        }
    }

    public boolean say(String room, String who, String text) {
        Room r = rooms.get(room);
        return r != null && r.say(who, text);
    }

    public synchronized String stats() {
        return online + " online, " + messages + " messages, " + created + " rooms";
    }
}
