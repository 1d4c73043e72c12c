package social.hearth.friends;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** A nickname belongs to one member and a member has one nickname. */
class FriendGraph {
  private final Map<String, String> memberOf = new ConcurrentHashMap<>();
  private final Map<String, String> nicknameOf = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> friends = new ConcurrentHashMap<>();
  private final AtomicInteger edges = new AtomicInteger();
  private final Map<String, Integer> visits = new ConcurrentHashMap<>();

  /** Checked on the first map; the second is filled in a second step. */
  boolean claim(String member, String nickname) {
    if (memberOf.get(nickname) != null) { // RACE check-then-act #1
      return false;
    }
    memberOf.put(nickname, member); // RACE check-then-act #1
    nicknameOf.put(member, nickname); // RACE check-then-act #1
    return true;
  }

  String nickname(String member) {
    String name = nicknameOf.get(member);
    return name != null && member.equals(memberOf.get(name)) ? name : member;
  }

  /** Whoever really added the edge counts it. */
  void befriend(String a, String b) {
    boolean added = friends.computeIfAbsent(a, k -> ConcurrentHashMap.newKeySet()).add(b);
    if (added) {
      edges.incrementAndGet();
    }
  }

  void unfriend(String a, String b) {
    Set<String> of = friends.get(a);
    if (of != null && of.remove(b)) {
      edges.decrementAndGet();
    }
  }

  /** Adds to a set that another thread may already have taken out of the map. */
  void forget(String a) {
    Set<String> of = friends.get(a); // RACE check-then-act #2
    if (of != null && of.isEmpty()) { // RACE check-then-act #2
      friends.remove(a); // RACE check-then-act #2
    }
  }

  void visit(String member) {
    visits.merge(member, 1, Integer::sum);
  }

  void evening(ExecutorService web, String... members) {
    for (String member : members) {
      web.submit(() -> claim(member, "neo"));
      web.execute(() -> befriend(member, "ann"));
      web.execute(() -> unfriend(member, "ann"));
      web.execute(() -> forget(member));
      web.execute(() -> visit(member));
      web.submit(() -> nickname(member));
    }
  }
}
