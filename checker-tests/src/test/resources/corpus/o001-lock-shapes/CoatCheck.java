package com.operahaus.cloakroom;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Coats behind numbered hooks; every attendant is a task. */
class CoatCheck {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, String> hooks = new HashMap<>();
  private int next;
  private int tips;
  private int lost;
  private int umbrellas;

  int hang(String coat) {
    lock.lock();
    try {
      int hook = next;
      hooks.put(hook, coat);
      next = hook + 1;
      return hook;
    } finally {
      lock.unlock();
    }
  }

  /** Reads first, locks afterwards. */
  void tip(int cents) {
    int before = tips; // RACE wrong-lock #1
    lock.lock();
    try {
      tips = before + cents; // RACE wrong-lock #1
    } finally {
      lock.unlock();
    }
  }

  /** Unlocks on the way out of the search, counts after it. */
  String fetch(int hook) {
    lock.lock();
    String coat;
    try {
      coat = hooks.remove(hook);
    } finally {
      lock.unlock();
    }
    if (coat == null) {
      lost++; // RACE rmw
    }
    return coat;
  }

  /** Every path from lock to unlock is covered, without a try. */
  boolean umbrella(boolean wet) {
    lock.lock();
    if (wet) {
      umbrellas++;
      lock.unlock();
      return true;
    }
    umbrellas = umbrellas > 0 ? umbrellas - 1 : 0;
    lock.unlock();
    return false;
  }

  /** One path has given the lock back already. */
  void closingTime(boolean early) {
    lock.lock();
    if (early) {
      lock.unlock();
    }
    next = next - umbrellas; // RACE wrong-lock
    if (!early) {
      lock.unlock();
    }
  }

  void evening(ExecutorService attendants, int guests) {
    for (int i = 0; i < guests; i++) {
      int guest = i;
      attendants.execute(() -> fetch(hang("coat " + guest)));
      attendants.execute(() -> tip(200));
      attendants.execute(() -> umbrella(guest % 2 == 0));
    }
    attendants.execute(() -> closingTime(true));
  }
}
