package org.shorebase.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** State of regions in the master; assignment procedures run on many executor threads. */
public class RegionStates {
  enum State { OFFLINE, OPENING, OPEN, CLOSING, SPLIT }

  static final class Node {
    final String region;
    private State state = State.OFFLINE;
    private volatile String location;
    private int openAttempts;

    Node(String region) {
      this.region = region;
    }

    boolean transition(State update, State... expected) {
      synchronized (this) {
        for (State e : expected) {
          if (state == e) {
            state = update;
            return true;
          }
        }
        return false;
      }
    }

    State getState() {
      synchronized (this) {
        return state;
      }
    }

    /** Any handler that gives up calls this. */
    int failedOpen() {
      return ++openAttempts; // RACE rmw
    }

    void setLocation(String server) {
      location = server;
    }
  }

  private final ConcurrentSkipListMap<String, Node> regions = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<String, List<Node>> servers = new ConcurrentHashMap<>();
  private final Map<String, Node> inTransition = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private long ritCount;

  Node getOrCreate(String region) {
    Node n = regions.get(region);
    if (n != null) {
      return n;
    }
    n = new Node(region);
    Node old = regions.putIfAbsent(region, n);
    return old != null ? old : n;
  }

  boolean startTransition(Node n) {
    if (inTransition.containsKey(n.region)) { // RACE check-then-act #1
      return false;
    }
    inTransition.put(n.region, n); // RACE check-then-act #1
    lock.writeLock().lock();
    try {
      ritCount++;
    } finally {
      lock.writeLock().unlock();
    }
    return true;
  }

  boolean startExclusively(Node n) {
    return inTransition.putIfAbsent(n.region, n) == null;
  }

  void endTransition(Node n) {
    inTransition.remove(n.region, n);
  }

  void addToServer(String server, Node n) {
    n.setLocation(server);
    List<Node> l = servers.computeIfAbsent(server, s -> new ArrayList<>());
    l.add(n); // RACE unsafe-collection
  }

  void moveToServer(String server, Node n) {
    servers.compute(server, (s, l) -> {
      List<Node> copy = l == null ? new ArrayList<>() : new ArrayList<>(l);
      copy.add(n);
      return copy;
    });
  }

  long ritCount() {
    lock.readLock().lock();
    try {
      return ritCount;
    } finally {
      lock.readLock().unlock();
    }
  }
}
