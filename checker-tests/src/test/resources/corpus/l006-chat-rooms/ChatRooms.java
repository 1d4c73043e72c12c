package app.plausch.rooms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/** Members per room. */
class ChatRooms {
  private final Map<String, List<String>> members = new ConcurrentHashMap<>();
  private final ExecutorService network;
  private final List<String> banned = new CopyOnWriteArrayList<>();

  ChatRooms(ExecutorService network) {
    this.network = network;
  }

  void onJoin(String room, String user) {
    network.execute(() -> join(room, user));
  }

  void onLeave(String room, String user) {
    network.execute(() -> leave(room, user));
  }

  private void join(String room, String user) {
    if (banned.contains(user)) {
      return; // somebody may be banned a moment later: the ban throws them out
    }
    List<String> list = members.get(room); // RACE check-then-act #1
    if (list == null) { // RACE check-then-act #1
      list = new CopyOnWriteArrayList<>();
      members.put(room, list); // RACE check-then-act #1
    }
    list.add(user); // RACE check-then-act #1
  }

  /** Somebody may join between the look and the removal of the room. */
  private void leave(String room, String user) {
    List<String> list = members.get(room); // RACE check-then-act #2
    if (list != null) {
      list.remove(user);
      if (list.isEmpty()) { // RACE check-then-act #2
        members.remove(room); // RACE check-then-act #2
      }
    }
  }

  void ban(String user) {
    if (!banned.contains(user)) { // RACE check-then-act #3
      banned.add(user); // RACE check-then-act #3
    }
    members.values().forEach(list -> list.remove(user));
  }
}

/** The set of a room changes only inside compute, which holds the room's entry. */
class SteadyChatRooms {
  private final ConcurrentHashMap<String, Set<String>> members = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<String> banned = new CopyOnWriteArrayList<>();
  private final ExecutorService network;

  SteadyChatRooms(ExecutorService network) {
    this.network = network;
  }

  void onJoin(String room, String user) {
    network.execute(
        () ->
            members.compute(
                room,
                (name, old) -> {
                  Set<String> set = old == null ? ConcurrentHashMap.newKeySet() : old;
                  set.add(user);
                  return set;
                }));
  }

  void onLeave(String room, String user) {
    network.execute(
        () ->
            members.computeIfPresent(
                room,
                (name, set) -> {
                  set.remove(user);
                  return set.isEmpty() ? null : set;
                }));
  }

  boolean ban(String user) {
    return banned.addIfAbsent(user);
  }
}
