package gg.lobbyist;

import java.util.ArrayList;
import java.util.List;

/** A group of friends; its leader's and its members' threads meet on its monitor. */
public class Party {
  private final List<String> members = new ArrayList<>();
  private String leader;
  private volatile int version;

  public synchronized boolean join(String player) {
    if (members.size() >= 5 || members.contains(player)) {
      return false;
    }
    if (leader == null) {
      leader = player;
    }
    version++;
    return members.add(player);
  }

  public synchronized void leave(String player) {
    if (members.remove(player)) {
      version++;
      if (player.equals(leader)) {
        leader = members.isEmpty() ? null : members.get(0);
      }
    }
  }

  public int version() {
    return version;
  }
}
