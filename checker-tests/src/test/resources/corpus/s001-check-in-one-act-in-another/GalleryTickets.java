package org.kunsthof.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** One section from the check to the act; the small methods are called with the monitor held. */
class GalleryTickets {
  private final List<String> visitors = new ArrayList<>();
  private final int capacity;
  private int audioGuides = 30;
  private double discount;

  GalleryTickets(int capacity) {
    this.capacity = capacity;
  }

  synchronized int size() {
    return visitors.size();
  }

  synchronized void add(String visitor) {
    visitors.add(visitor);
  }

  synchronized boolean admit(String visitor) {
    if (size() >= capacity) {
      return false;
    }
    add(visitor);
    return true;
  }

  boolean rentGuide() {
    synchronized (this) {
      if (audioGuides > 0) {
        audioGuides--;
        return true;
      }
    }
    return false;
  }

  synchronized void raiseDiscount(double by) {
    setDiscount(getDiscount() + by);
  }

  synchronized double getDiscount() {
    return discount;
  }

  synchronized void setDiscount(double discount) {
    this.discount = discount;
  }

  /** Two sections, but the second does not depend on what the first has seen. */
  void greet(String visitor) {
    System.out.println("welcome, number " + size());
    add(visitor);
  }

  void saturday(ExecutorService doors, List<String> names) {
    for (String name : names) {
      doors.submit(() -> admit(name));
      doors.submit(this::rentGuide);
      doors.submit(() -> raiseDiscount(0.01));
      doors.submit(() -> greet(name));
    }
  }
}
