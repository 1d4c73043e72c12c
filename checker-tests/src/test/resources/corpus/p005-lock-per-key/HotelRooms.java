package com.fernhotel.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The folio of a room; locked by the lock of its room number. */
class Folio {
  long open;
  int positions;
}

/** One lock per room, so that two rooms do not wait for each other. */
class HotelRooms {
  private final ConcurrentHashMap<Integer, Lock> locks = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, Folio> folios = new ConcurrentHashMap<>();
  private final Map<Integer, String> guests = new HashMap<>();
  private long turnover;

  private Lock lockOf(int room) {
    return locks.computeIfAbsent(room, r -> new ReentrantLock());
  }

  void charge(int room, long cents) {
    Lock lock = lockOf(room);
    lock.lock();
    try {
      Folio folio = folios.computeIfAbsent(room, r -> new Folio());
      folio.open += cents;
      folio.positions++;
      turnover += cents; // RACE wrong-lock
    } finally {
      lock.unlock();
    }
  }

  long checkOut(int room) {
    Lock lock = lockOf(room);
    lock.lock();
    try {
      Folio folio = folios.get(room);
      if (folio == null) {
        return 0;
      }
      folios.remove(room);
      guests.remove(room); // RACE wrong-lock #1
      return folio.open;
    } finally {
      lock.unlock();
    }
  }

  void checkIn(int room, String guest) {
    Lock lock = lockOf(room);
    lock.lock();
    try {
      guests.put(room, guest); // RACE wrong-lock #1
    } finally {
      lock.unlock();
    }
  }

  /** Makes a lock whenever it needs one. */
  void discount(int room, long cents) {
    Lock lock = new ReentrantLock();
    lock.lock();
    try {
      Folio folio = folios.get(room);
      if (folio != null) {
        folio.open -= cents; // RACE wrong-lock
      }
    } finally {
      lock.unlock();
    }
  }

  long turnover() {
    return turnover;
  }

  void season(ExecutorService desks, List<Integer> rooms) {
    for (int room : rooms) {
      desks.execute(() -> checkIn(room, "guest of " + room));
      desks.execute(() -> charge(room, 12_000));
      desks.execute(() -> discount(room, 500));
      desks.execute(() -> checkOut(room));
    }
  }
}
