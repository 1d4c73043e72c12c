package org.stacks.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Seats in a reading room. All methods of the bean lock; the servant that uses it does not. */
public class ReadingRoom {
  private final List<String> readers = new ArrayList<>();
  private int seats = 80;
  private int lamps;

  public synchronized int getSeats() {
    return seats;
  }

  public synchronized void setSeats(int seats) {
    this.seats = seats;
  }

  public synchronized int getLamps() {
    return lamps;
  }

  public synchronized void setLamps(int lamps) {
    this.lamps = lamps;
  }

  public synchronized boolean isPresent(String reader) {
    return readers.contains(reader);
  }

  public synchronized void arrive(String reader) {
    readers.add(reader);
  }

  public synchronized List<String> getReaders() {
    return new ArrayList<>(readers);
  }

  /** Everything in one section. */
  public synchronized boolean reserve(String reader) {
    if (getSeats() == 0 || isPresent(reader)) {
      return false;
    }
    setSeats(getSeats() - 1);
    arrive(reader);
    return true;
  }
}

/** Called by the terminals at the doors, each on a thread of its own. */
class RoomServant extends Thread {
  private final ReadingRoom room;
  private final List<String> arriving;
  private int greeted;

  RoomServant(ReadingRoom room, List<String> arriving) {
    this.room = room;
    this.arriving = arriving;
  }

  @Override
  public void run() {
    for (String reader : arriving) {
      takeSeat(reader);
      greeted++;
    }
    lamp();
    lampSafely();
    room.reserve("late reader");
  }

  private void takeSeat(String reader) {
    if (!room.isPresent(reader)) { // RACE split-lock #1
      room.arrive(reader); // RACE split-lock #1
      room.setSeats(room.getSeats() - 1); // RACE split-lock
    }
  }

  private void lamp() {
    int lamps = room.getLamps(); // RACE split-lock #3
    room.setLamps(lamps + 1); // RACE split-lock #3
  }

  private void lampSafely() {
    synchronized (room) {
      room.setLamps(room.getLamps() + 1);
    }
  }

  /** What the room hands out is a copy. */
  List<String> sorted() {
    List<String> readers = room.getReaders();
    Collections.sort(readers);
    readers.remove("");
    return readers;
  }

  static void open(List<List<String>> doors) {
    ReadingRoom room = new ReadingRoom();
    for (List<String> door : doors) {
      new RoomServant(room, door).start();
    }
  }
}
