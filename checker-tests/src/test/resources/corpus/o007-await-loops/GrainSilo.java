package com.muehlbach.silo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Trucks fill the silo, the mill empties it. */
class GrainSilo {
  private static final int CAPACITY = 400;

  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<String> origins = new ArrayDeque<>();
  private int tons;
  private long ground;
  private long turnedAway;

  void fill(String origin, int load) throws InterruptedException {
    lock.lock();
    try {
      while (tons + load > CAPACITY) {
        notFull.await();
      }
      tons += load;
      origins.add(origin);
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int grind(int wanted) throws InterruptedException {
    lock.lock();
    try {
      while (tons < wanted) {
        notEmpty.await();
      }
      tons -= wanted;
      origins.poll();
      ground += wanted;
      notFull.signalAll();
      return tons;
    } finally {
      lock.unlock();
    }
  }

  /** Awaiting gives the lock away: the level that was read before is an old one. */
  void topUp(int load) throws InterruptedException {
    lock.lock();
    try {
      int level = tons; // RACE split-lock #1
      while (tons + load > CAPACITY) {
        notFull.await();
      }
      tons = level + load; // RACE split-lock #1
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A guess at the queue from outside. */
  void turnAway() {
    turnedAway++; // RACE rmw
  }

  long turnedAway() {
    return turnedAway;
  }

  void harvest(ExecutorService trucks, int count) {
    for (int i = 0; i < count; i++) {
      String origin = "field " + i;
      trucks.submit(
          () -> {
            fill(origin, 8);
            topUp(2);
            return null;
          });
      trucks.submit(() -> grind(10));
      trucks.submit(this::turnAway);
    }
  }
}
