package com.portalia.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

record Session(String id, String user, long expires) {}

/** Knows all sessions of the portal. */
@ThreadSafe
class SessionRegistry {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Integer> logins = new HashMap<>();
  private long opened;
  private long expired;

  Session open(String user, long now) {
    Session session = new Session(UUID.randomUUID().toString(), user, now + 1_800_000);
    sessions.put(session.id(), session);
    logins.merge(user, 1, Integer::sum); // RACE unsafe-collection
    opened++; // RACE rmw
    return session;
  }

  Optional<Session> find(String id, long now) {
    Session session = sessions.get(id);
    if (session != null && session.expires() < now && sessions.remove(id, session)) {
      expired += 1; // RACE rmw
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  long opened() {
    return opened;
  }

  long expired() {
    return expired;
  }
}

/** The same promise, kept. */
@ThreadSafe
class SteadySessionRegistry {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Integer> logins = new HashMap<>();
  private final AtomicLong expired = new AtomicLong();
  private long opened;

  synchronized Session open(String user, long now) {
    Session session = new Session(UUID.randomUUID().toString(), user, now + 1_800_000);
    sessions.put(session.id(), session);
    logins.merge(user, 1, Integer::sum);
    opened++;
    return session;
  }

  Optional<Session> find(String id, long now) {
    Session session = sessions.get(id);
    if (session != null && session.expires() < now && sessions.remove(id, session)) {
      expired.getAndIncrement();
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  synchronized long opened() {
    return opened;
  }
}
