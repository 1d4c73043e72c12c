package org.postroom.retry;

import java.util.LinkedList;
import java.util.Timer;
import java.util.TimerTask;

/** Bounded buffer between the writers of letters and the one postman. */
class Outbox {
  private final LinkedList<String> letters = new LinkedList<String>();
  private final int capacity;
  private final Timer clock = new Timer(true);
  private long posted;
  private int minutes;
  private int blocked;

  Outbox(int capacity) {
    this.capacity = capacity;
    clock.scheduleAtFixedRate(new TimerTask() {
      @Override
      public void run() {
        minutes++;
      }
    }, 60_000, 60_000);
    clock.schedule(new TimerTask() {
      @Override
      public void run() {
        if (minutes > 60) {
          minutes -= 60;
        }
      }
    }, 60_000, 600_000);
  }

  public synchronized void put(String letter) throws InterruptedException {
    while (letters.size() == capacity) {
      blocked++;
      wait();
    }
    letters.add(letter);
    posted++;
    notifyAll();
  }

  public String take() throws InterruptedException {
    synchronized (this) {
      while (letters.isEmpty()) {
        wait();
      }
      String s = letters.removeFirst();
      notifyAll();
      return s;
    }
  }

  /** Puts a letter back to the front. */
  public void putBack(String letter) {
    if (freeSlots() > 0) { // RACE split-lock #1
      synchronized (this) {
        letters.addFirst(letter); // RACE split-lock #1
        notifyAll();
      }
    }
  }

  synchronized int freeSlots() {
    return capacity - letters.size();
  }

  synchronized String report() {
    return posted + " posted, " + blocked + " blocked";
  }
}
