package programs;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks into a concurrent map and then changes it. */
class SessionTable {
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> logins = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();
  private static final AtomicInteger MADE = new AtomicInteger();

  static final class Session {
    final String user;

    Session(String user) {
      this.user = user;
      MADE.incrementAndGet();
    }
  }

  Session sessionOf(String user) {
    Session session = sessions.get(user);
    if (session == null) {
      session = new Session(user);
      sessions.put(user, session);
    }
    return session;
  }

  void countLogin(String user) {
    Integer before = logins.get(user);
    logins.put(user, before == null ? 1 : before + 1);
  }

  boolean claim(String room, String user) {
    if (!owners.containsKey(room)) {
      owners.put(room, user);
      return true;
    }
    return false;
  }

  boolean release(String room) {
    if (owners.containsKey(room)) {
      owners.remove(room);
      return true;
    }
    return false;
  }

  int logins(String user) {
    return logins.getOrDefault(user, 0);
  }

  static String single() {
    SessionTable table = new SessionTable();
    table.countLogin("a");
    table.countLogin("a");
    return table.sessionOf("a").user
        + table.logins("a")
        + table.claim("r", "a")
        + table.claim("r", "b")
        + table.release("r")
        + table.release("r");
  }

  static long lost() {
    SessionTable table = new SessionTable();
    AtomicInteger claims = new AtomicInteger();
    int before = MADE.get();
    Trial.race(
        i -> {
          table.sessionOf("u" + i % 3);
          table.countLogin("u");
          if (table.claim("room" + i / 4, "u")) {
            claims.incrementAndGet();
          }
        });
    return Trial.TOTAL
        - table.logins("u")
        + Math.abs(MADE.get() - before - 3)
        + Math.abs(claims.get() - Trial.TOTAL / 4);
  }
}
