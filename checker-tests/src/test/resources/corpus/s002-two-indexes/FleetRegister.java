package com.harbourmaster.register;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/** Ships by name and by call sign. Both maps must hold the same ships. */
class FleetRegister {
  record Ship(String name, String callSign, int tons) {}

  private final Map<String, Ship> byName = new HashMap<>();
  private final Map<String, Ship> byCallSign = new TreeMap<>();

  /** Between the two blocks a ship is only half there. */
  void register(Ship ship) {
    synchronized (byName) {
      byName.put(ship.name(), ship); // RACE split-lock #1
    }
    synchronized (byCallSign) {
      byCallSign.put(ship.callSign(), ship); // RACE split-lock #1
    }
  }

  void scrap(String name) {
    Ship ship;
    synchronized (byName) {
      ship = byName.remove(name); // RACE split-lock #1
    }
    if (ship != null) {
      synchronized (byCallSign) {
        byCallSign.remove(ship.callSign()); // RACE split-lock #1
      }
    }
  }

  /** A reader who needs both. */
  boolean consistent() {
    synchronized (byName) {
      synchronized (byCallSign) {
        return byName.size() == byCallSign.size();
      }
    }
  }

  Ship call(String callSign) {
    synchronized (byCallSign) {
      return byCallSign.get(callSign);
    }
  }

  void port(ExecutorService pilots, Ship... ships) {
    for (Ship ship : ships) {
      pilots.execute(() -> register(ship));
      pilots.execute(() -> scrap(ship.name()));
      pilots.submit(this::consistent);
    }
  }
}

/** The same two maps, changed and read in one section. */
class LockedFleetRegister {
  private final Object lock = new Object();
  private final Map<String, FleetRegister.Ship> byName = new HashMap<>();
  private final Map<String, FleetRegister.Ship> byCallSign = new TreeMap<>();
  private int inspections;

  void register(FleetRegister.Ship ship) {
    synchronized (lock) {
      FleetRegister.Ship old = byName.put(ship.name(), ship);
      if (old != null) {
        byCallSign.remove(old.callSign());
      }
      byCallSign.put(ship.callSign(), ship);
    }
  }

  void scrap(String name) {
    synchronized (lock) {
      FleetRegister.Ship ship = byName.remove(name);
      if (ship != null) {
        byCallSign.remove(ship.callSign());
      }
    }
  }

  /** Looks in one section, counts in another; the two have nothing to do with each other. */
  boolean inspect() {
    boolean same;
    synchronized (lock) {
      same = byName.size() == byCallSign.size();
    }
    synchronized (lock) {
      inspections++;
    }
    return same;
  }

  void port(ExecutorService pilots, FleetRegister.Ship... ships) {
    for (FleetRegister.Ship ship : ships) {
      pilots.execute(() -> register(ship));
      pilots.execute(() -> scrap(ship.name()));
      pilots.submit(this::inspect);
    }
  }
}
