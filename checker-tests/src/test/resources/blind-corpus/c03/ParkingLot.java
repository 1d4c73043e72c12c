package it.parco.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Barriers of a car park, one thread each. */
public class ParkingLot {
  private final int capacity;
  private final TreeMap<String, Integer> arrivals = new TreeMap<String, Integer>();
  private final List<String> log = new ArrayList<String>();
  private int cars;
  private int opened;
  private long income;
  private int turnedAway;
  private int clock;

  public ParkingLot(int capacity) {
    this.capacity = capacity;
  }

  public class Barrier implements Runnable {
    private final String name;
    private final int rounds;
    private int lifted;

    public Barrier(String name, int rounds) {
      this.name = name;
      this.rounds = rounds;
    }

    public void run() {
      for (int i = 0; i < rounds; i++) {
        if (i % 3 == 2) {
          leave(name + (i - 1));
        } else {
          enter(name + i);
        }
        lift();
      }
    }

    private synchronized void lift() {
      lifted++;
      opened++; // RACE wrong-lock
    }

    private void enter(String plate) {
      synchronized (ParkingLot.this) {
        if (cars < capacity) {
          cars++;
          arrivals.put(plate, clock++);
          return;
        }
      }
      turnAway(plate);
    }

    private void leave(String plate) {
      Integer since;
      synchronized (ParkingLot.this) {
        since = arrivals.remove(plate);
        if (since != null) {
          cars--;
        }
      }
      if (since != null) {
        charge(since);
      }
    }

    private void charge(int since) {
      synchronized (arrivals) {
        income += 2L * (clock - since); // RACE wrong-lock
      }
    }

    synchronized int lifted() {
      return lifted;
    }
  }

  private void turnAway(String plate) {
    synchronized (log) {
      log.add(plate); // MAYBE
      turnedAway++;
    }
  }

  public synchronized void bill(long cents) {
    income += cents; // MAYBE
  }

  public void open(int barriers) {
    for (int i = 0; i < barriers; i++) {
      new Thread(new Barrier("b" + i + "-", 100)).start();
    }
    new Thread(new Runnable() {
      private int printed;

      public void run() {
        synchronized (this) {
          printed++;
          log.add("report " + printed); // RACE wrong-lock
        }
        synchronized (ParkingLot.this) {
          clock += 10;
        }
      }
    }).start();
  }

  public synchronized String state() {
    return cars + "/" + capacity + ", " + opened + " openings, " + income + ", " + turnedAway;
  }
}
