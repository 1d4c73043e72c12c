package net.parley;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

public class Lobby {
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final Semaphore guests = new Semaphore(500);

  public Room open(String name) {
    Room made = new Room(name, 50);
    Room there = rooms.putIfAbsent(name, made);
    return there == null ? made : there;
  }

  public boolean admit() {
    return guests.tryAcquire();
  }

  public void dismiss() {
    guests.release();
  }

  public boolean closeRoom(String name) {
    return rooms.remove(name) != null;
  }
}
