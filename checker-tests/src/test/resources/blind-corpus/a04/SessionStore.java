package com.harborweb.session;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public final class SessionStore {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, String> byUser = new ConcurrentHashMap<>();
  private final AtomicInteger active = new AtomicInteger();
  private final SecureRandom random = new SecureRandom();
  private final int limit;
  private final long ttlMillis;

  public SessionStore(int limit, long ttlMillis) {
    this.limit = limit;
    this.ttlMillis = ttlMillis;
  }

  public Optional<Session> create(String user) {
    if (active.get() >= limit) { // RACE atomic-compound #2
      return Optional.empty();
    }
    Session s = new Session(Long.toHexString(random.nextLong()), user);
    s.put("created", System.currentTimeMillis());
    sessions.put(s.id(), s);
    active.incrementAndGet(); // RACE atomic-compound #2
    return Optional.of(s);
  }

  /** A user has at most one session; a second login takes over the first. */
  public Session login(String user) {
    if (byUser.containsKey(user)) { // RACE check-then-act #3
      Session s = sessions.get(byUser.get(user));
      if (s != null) {
        return s.touch();
      }
    }
    Session fresh = create(user).orElseThrow();
    byUser.put(user, fresh.id()); // RACE check-then-act #3
    return fresh;
  }

  public Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id)).map(Session::touch);
  }

  public void invalidate(String id) {
    Session gone = sessions.remove(id);
    if (gone != null) {
      active.decrementAndGet();
      byUser.remove(gone.user(), id);
    }
  }

  public void expire(long now) {
    sessions.forEach((id, s) -> {
      if (now - s.lastAccess() > ttlMillis && sessions.remove(id, s)) {
        active.decrementAndGet();
        byUser.remove(s.user(), id);
      }
    });
  }
}
