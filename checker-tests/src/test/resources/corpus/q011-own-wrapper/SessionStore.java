package com.portalgate.sessions;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The company's view of a concurrent map: each method is atomic, two of them are not. */
final class SessionStore {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Queue<String> expired = new ConcurrentLinkedQueue<>();

  record Session(String user, int hits) {
    Session hit() {
      return new Session(user, hits + 1);
    }
  }

  boolean has(String id) {
    return sessions.containsKey(id);
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  void save(String id, Session session) {
    sessions.put(id, session);
  }

  Session saveIfNew(String id, Session session) {
    Session before = sessions.putIfAbsent(id, session);
    return before == null ? session : before;
  }

  void hit(String id) {
    sessions.computeIfPresent(id, (k, session) -> session.hit());
  }

  void expire(String id) {
    if (sessions.remove(id) != null) {
      expired.add(id);
    }
  }

  String peekExpired() {
    return expired.peek();
  }

  String takeExpired() {
    return expired.poll();
  }
}
