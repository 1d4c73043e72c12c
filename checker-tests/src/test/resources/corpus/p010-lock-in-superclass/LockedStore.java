package com.attic.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** What all stores have in common: a lock, and ways to hold it. */
abstract class LockedStore {
  private final ReentrantLock mutex = new ReentrantLock();
  private int operations;

  protected final void enter() {
    mutex.lock();
    operations++;
  }

  protected final void leave() {
    mutex.unlock();
  }

  protected final <T> T inside(Callable<T> action) {
    enter();
    try {
      return action.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      leave();
    }
  }

  protected final int operations() {
    return operations;
  }
}

class BoxStore extends LockedStore {
  private final Map<String, Integer> boxes = new HashMap<>();
  private int weight;

  void put(String owner, int kilograms) {
    enter();
    try {
      boxes.merge(owner, 1, Integer::sum);
      weight += kilograms;
    } finally {
      leave();
    }
  }

  boolean take(String owner, int kilograms) {
    return inside(
        () -> {
          Integer count = boxes.get(owner);
          if (count == null) {
            return false;
          }
          if (count == 1) {
            boxes.remove(owner);
          } else {
            boxes.put(owner, count - 1);
          }
          weight -= kilograms;
          return true;
        });
  }
}

class BicycleStore extends LockedStore {
  private final List<String> bicycles = new ArrayList<>();
  private int punctures;

  int park(String bicycle, boolean flat) {
    return inside(() -> parkInside(bicycle, flat));
  }

  private int parkInside(String bicycle, boolean flat) {
    bicycles.add(bicycle);
    if (flat) {
      punctures++;
    }
    return bicycles.size();
  }

  String any() {
    enter();
    try {
      return bicycles.isEmpty() ? null : bicycles.remove(0);
    } finally {
      leave();
    }
  }
}

class Attic {
  static void year(ExecutorService tenants, List<String> names) {
    BoxStore boxes = new BoxStore();
    BicycleStore bicycles = new BicycleStore();
    for (String name : names) {
      tenants.execute(() -> boxes.put(name, 12));
      tenants.submit(() -> boxes.take(name, 12));
      tenants.submit(() -> bicycles.park(name, name.length() > 5));
      tenants.submit(bicycles::any);
    }
  }
}
