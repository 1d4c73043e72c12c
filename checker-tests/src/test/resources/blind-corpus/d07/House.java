package com.oldtimer.elevator;

public class House {
  private static House only;
  private final Monitor monitor = new Monitor(12);
  private final Thread cabin;
  private int trips;
  private int distance;
  private int people;

  private House() {
    cabin = new Thread() {
      public void run() {
        int at = 0;
        try {
          while (trips < 1000) {
            int to = monitor.next();
            distance += Math.abs(to - at);
            at = to;
            trips++;
            monitor.arrived(to);
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    };
    people = 0;
  }

  public static House get() {
    synchronized (House.class) {
      if (only == null) {
        only = new House();
      }
    }
    return only;
  }

  public void open(int persons) throws InterruptedException {
    cabin.start();
    Thread[] threads = new Thread[persons];
    for (int i = 0; i < persons; i++) {
      threads[i] = new Thread(new Person(i));
      threads[i].start();
    }
    for (int i = 0; i < persons; i++) {
      threads[i].join();
      people++;
    }
    cabin.interrupt();
    cabin.join();
    trips++;
    System.out.println(people + " people, " + trips + " trips, " + distance + " floors");
  }

  private class Person implements Runnable {
    private final int number;
    private int calls;

    Person(int number) {
      this.number = number;
    }

    public void run() {
      try {
        while (calls < 20) {
          monitor.call((number + calls) % 12);
          calls++;
          monitor.trim();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
