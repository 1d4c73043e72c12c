package chat.core;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Rooms exist as long as they have members. */
public class RoomDirectory {
  private final ConcurrentMap<String, Set<String>> rooms = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Room> managed = new ConcurrentHashMap<>();

  public void join(String room, String user) {
    rooms.computeIfAbsent(room, r -> ConcurrentHashMap.newKeySet()).add(user); // RACE check-then-act #1
  }

  public void leave(String room, String user) {
    Set<String> members = rooms.get(room);
    if (members == null) {
      return;
    }
    members.remove(user);
    if (members.isEmpty()) { // RACE check-then-act #1
      rooms.remove(room); // RACE check-then-act #1
    }
  }

  static final class Room {
    private final Set<String> members = new HashSet<>();
    private boolean closed;
    private int joins;

    synchronized boolean join(String user) {
      if (closed) {
        return false;
      }
      joins++;
      return members.add(user);
    }

    /** True when this was the last one; nobody can join any more. */
    synchronized boolean leave(String user) {
      members.remove(user);
      if (members.isEmpty()) {
        closed = true;
      }
      return closed;
    }

    synchronized boolean isClosed() {
      return closed;
    }

    synchronized Set<String> copy() {
      return new HashSet<>(members);
    }
  }

  public void joinManaged(String name, String user) {
    while (true) {
      Room r = managed.computeIfAbsent(name, n -> new Room());
      if (r.join(user)) {
        return;
      }
      if (!r.isClosed()) {
        return;
      }
      managed.remove(name, r);
    }
  }

  public void leaveManaged(String name, String user) {
    Room r = managed.get(name);
    if (r != null && r.leave(user)) {
      managed.remove(name, r);
    }
  }

  public void joinInside(String room, String user) {
    rooms.compute(room, (r, set) -> { // MAYBE
      Set<String> s = set == null ? ConcurrentHashMap.newKeySet() : set;
      s.add(user); // MAYBE
      return s;
    });
  }

  public Set<String> members(String room) {
    return rooms.getOrDefault(room, Collections.emptySet());
  }
}
