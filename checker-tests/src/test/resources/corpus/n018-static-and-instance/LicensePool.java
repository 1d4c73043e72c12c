package com.cadworks.licence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Floating licences of a company; every department has a pool object, the seats are shared. */
class LicensePool {
  private static final Deque<Integer> FREE = new ArrayDeque<>();
  private static final Set<String> HOLDERS = new HashSet<>();
  private static int peak;

  static {
    for (int seat = 1; seat <= 40; seat++) {
      FREE.push(seat);
    }
  }

  private int granted;

  static synchronized Integer take(String user) {
    Integer seat = FREE.poll();
    if (seat != null) {
      HOLDERS.add(user);
      peak = Math.max(peak, HOLDERS.size());
    }
    return seat;
  }

  static void giveBack(String user, int seat) {
    synchronized (LicensePool.class) {
      if (HOLDERS.remove(user)) {
        FREE.push(seat);
      }
    }
  }

  /** An instance method locks the department. */
  synchronized void revoke(String user, int seat) {
    HOLDERS.remove(user); // RACE wrong-lock
    FREE.push(seat); // RACE wrong-lock
    granted--;
  }

  boolean grant(String user) {
    Integer seat = take(user);
    if (seat == null) {
      return false;
    }
    synchronized (this) {
      granted++;
    }
    return true;
  }

  synchronized int granted() {
    return granted;
  }

  static void day(ExecutorService desktops, LicensePool[] departments) {
    for (LicensePool department : departments) {
      desktops.execute(() -> department.grant("ann"));
      desktops.execute(() -> department.revoke("bob", 7));
      desktops.execute(() -> giveBack("eve", 9));
    }
  }
}
