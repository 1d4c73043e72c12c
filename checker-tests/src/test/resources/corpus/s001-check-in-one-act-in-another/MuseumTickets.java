package org.kunsthof.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Time slots of a museum. Every method is synchronized, and that is not enough. */
class MuseumTickets {
  private final List<String> visitors = new ArrayList<>();
  private final int capacity;
  private int audioGuides = 30;
  private double discount;

  MuseumTickets(int capacity) {
    this.capacity = capacity;
  }

  synchronized int size() {
    return visitors.size();
  }

  synchronized void add(String visitor) {
    visitors.add(visitor);
  }

  synchronized boolean hasGuides() {
    return audioGuides > 0;
  }

  synchronized void takeGuide() {
    audioGuides--;
  }

  synchronized void returnGuide() {
    audioGuides++;
  }

  synchronized double getDiscount() {
    return discount;
  }

  synchronized void setDiscount(double discount) {
    this.discount = discount;
  }

  /** Two visitors may both see the last place. */
  boolean admit(String visitor) {
    if (size() >= capacity) { // RACE split-lock #1
      return false;
    }
    add(visitor); // RACE split-lock #1
    return true;
  }

  boolean rentGuide() {
    if (hasGuides()) { // RACE split-lock #2
      takeGuide(); // RACE split-lock #2
      return true;
    }
    return false;
  }

  void raiseDiscount(double by) {
    setDiscount(getDiscount() + by); // RACE split-lock
  }

  void saturday(ExecutorService doors, List<String> names) {
    for (String name : names) {
      doors.submit(() -> admit(name));
      doors.submit(this::rentGuide);
      doors.submit(this::returnGuide);
      doors.submit(() -> raiseDiscount(0.01));
    }
  }
}
