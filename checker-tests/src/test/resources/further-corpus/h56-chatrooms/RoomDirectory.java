package chatrooms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in which room. A user is in at most one room; both maps always describe the same
 * situation. Used by the connection threads.
 */
public class RoomDirectory {

    public interface Observer {
        void moved(String user, String from, String to);
    }

    private final Object lock = new Object();
    private final Map<String, String> roomOfUser = new HashMap<>();
    private final Map<String, Set<String>> usersOfRoom = new HashMap<>();
    private final List<Observer> observers = new ArrayList<>();
    private long moves;

    public void enter(String user, String room) {
        String old;
        synchronized (lock) {
            old = roomOfUser.put(user, room); // RACE split-section #1
            moves++;
        }
        synchronized (lock) {
            if (old != null) {
                removeFrom(old, user); // RACE split-section #1
            }
            usersOfRoom.computeIfAbsent(room, r -> new LinkedHashSet<>()).add(user); // RACE split-section #1
        }
        fire(user, old, room);
    }

    public void leave(String user) {
        String old;
        synchronized (lock) {
            old = roomOfUser.remove(user);
            if (old == null) {
                return;
            }
            removeFrom(old, user);
            moves++;
        }
        fire(user, old, null);
    }

    private void removeFrom(String room, String user) {
        Set<String> users = usersOfRoom.get(room);
        if (users != null) {
            users.remove(user);
            if (users.isEmpty()) {
                usersOfRoom.remove(room);
            }
        }
    }

    public boolean closeRoom(String room) {
        List<String> evicted;
        synchronized (lock) {
            Set<String> users = usersOfRoom.remove(room);
            if (users == null) {
                return false;
            }
            evicted = new ArrayList<>(users);
            for (String user : users) {
                roomOfUser.remove(user);
            }
            moves += evicted.size();
        }
        for (String user : evicted) {
            fire(user, room, null);
        }
        return true;
    }

    public List<String> neighbours(String user) {
        synchronized (lock) {
            String room = roomOfUser.get(user);
            if (room == null) {
                return List.of();
            }
            List<String> result = new ArrayList<>(usersOfRoom.getOrDefault(room, Set.of()));
            result.remove(user);
            return result;
        }
    }

    public void addObserver(Observer o) {
        synchronized (observers) {
            observers.add(o);
        }
    }

    private void fire(String user, String from, String to) {
        List<Observer> copy;
        synchronized (observers) {
            copy = new ArrayList<>(observers);
        }
        for (Observer o : copy) {
            o.moved(user, from, to);
        }
    }

    public long moves() {
        synchronized (lock) {
            return moves;
        }
    }
}
