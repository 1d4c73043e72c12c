package com.portside.web;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** In-memory sessions of all users; request threads come through here. */
public class SessionStore {
  private final ConcurrentMap<String, WebSession> sessions = new ConcurrentHashMap<>();
  private final SessionGauge gauge;

  public SessionStore(SessionGauge gauge) {
    this.gauge = gauge;
  }

  public WebSession create(String user) {
    WebSession s = new WebSession(UUID.randomUUID().toString(), user, Instant.now(), 0, "");
    sessions.put(s.id(), s);
    gauge.opened();
    return s;
  }

  public Optional<WebSession> hit(String id) {
    WebSession s = sessions.get(id); // RACE check-then-act #1
    if (s == null) {
      return Optional.empty();
    }
    WebSession touched = s.touched(Instant.now());
    sessions.put(id, touched); // RACE check-then-act #1
    return Optional.of(touched);
  }

  public void flash(String id, String message) {
    sessions.computeIfPresent(id, (k, s) -> s.withFlash(s.flash() + message));
  }

  public Optional<String> takeFlash(String id) {
    while (true) {
      WebSession s = sessions.get(id);
      if (s == null || s.flash().isEmpty()) {
        return Optional.empty();
      }
      if (sessions.replace(id, s, s.withFlash(""))) {
        return Optional.of(s.flash());
      }
    }
  }

  public void logout(String id) {
    if (sessions.remove(id) != null) {
      gauge.closed();
    }
  }

  public int expire(Instant before) {
    int n = 0;
    for (Iterator<WebSession> it = sessions.values().iterator(); it.hasNext();) {
      if (it.next().lastSeen().isBefore(before)) {
        it.remove();
        n++;
      }
    }
    return n;
  }
}
