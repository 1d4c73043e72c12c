package com.portside.web;

import java.time.Instant;

public record WebSession(String id, String user, Instant lastSeen, int hits, String flash) {
  WebSession touched(Instant now) {
    return new WebSession(id, user, now, hits + 1, flash);
  }

  WebSession withFlash(String text) {
    return new WebSession(id, user, lastSeen, hits, text);
  }
}
