package com.harborweb.session;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

public final class Session {
  private final String id;
  private final String user;
  private final Map<String, Object> attributes = new HashMap<>();
  private volatile long lastAccess = System.currentTimeMillis();
  private volatile int hits;

  Session(String id, String user) {
    this.id = id;
    this.user = user;
  }

  Session touch() {
    lastAccess = System.currentTimeMillis();
    hits++; // RACE rmw
    return this;
  }

  public Object get(String name) {
    synchronized (attributes) {
      return attributes.get(name);
    }
  }

  public void put(String name, Object value) {
    synchronized (attributes) {
      if (value == null) {
        attributes.remove(name);
      } else {
        attributes.put(name, value);
      }
    }
  }

  public Object update(String name, UnaryOperator<Object> change) {
    synchronized (attributes) {
      Object next = change.apply(attributes.get(name));
      attributes.put(name, next);
      return next;
    }
  }

  public void increment(String name) {
    Integer old = (Integer) get(name); // RACE split-lock #1
    put(name, old == null ? 1 : old + 1); // RACE split-lock #1
  }

  public String id() {
    return id;
  }

  public String user() {
    return user;
  }

  public long lastAccess() {
    return lastAccess;
  }

  public int hits() {
    return hits;
  }
}
